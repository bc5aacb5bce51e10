package golden.same_names.other;

import dev.switchblade.abi.Generated;
import golden.same_names.same.Same;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record other}. */
@Generated("interface golden:same-names/other")
@NullMarked
public record Other(Same same, golden.same_names.same.Other other) {
  /** Refuses null. */
  public Other {
    Objects.requireNonNull(same, "same");
    Objects.requireNonNull(other, "other");
  }
}
