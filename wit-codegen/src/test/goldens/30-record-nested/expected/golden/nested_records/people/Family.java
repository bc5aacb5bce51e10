package golden.nested_records.people;

import dev.switchblade.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record family}. */
@Generated("interface golden:nested-records/people")
@NullMarked
public record Family(List<Person> members, Person eldest) {
  /** Refuses null. */
  public Family {
    Objects.requireNonNull(members, "members");
    Objects.requireNonNull(eldest, "eldest");
  }
}
