package golden.nested_records.people;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record name}. */
@Generated("interface golden:nested-records/people")
@NullMarked
public record Name(String first, String last) {
  /** Refuses null. */
  public Name {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
  }
}
