package golden.nested_records.people;

import dev.switchblade.abi.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record family}.
 *
 * @param members the members
 * @param eldest the eldest
 */
@Generated("interface golden:nested-records/people")
@NullMarked
public record Family(List<Person> members, Person eldest) {
  /** Refuses null. */
  public Family {
    Objects.requireNonNull(members, "members");
    Objects.requireNonNull(eldest, "eldest");
  }
}
