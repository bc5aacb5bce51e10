package golden.same_names.same;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant other}. */
@Generated("interface golden:same-names/same")
@NullMarked
public sealed interface Other {
  /** {@code same}. */
  record Same(golden.same_names.same.Same value) implements Other {
    /** Refuses null. */
    public Same {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code other}. */
  record Other_() implements Other {}
}
