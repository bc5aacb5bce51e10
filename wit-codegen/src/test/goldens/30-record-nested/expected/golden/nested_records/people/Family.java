package golden.nested_records.people;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record family}. */
@Generated("interface golden:nested-records/people")
@NullMarked
public record Family(List<Person> members, Person eldest) {
  /** Refuses null; copies lists, maps and sets. */
  public Family {
    members = Immutable.copyOf(members, "members");
    Objects.requireNonNull(eldest, "eldest");
  }
}
