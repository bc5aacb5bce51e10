package golden.escaped_names.use;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags flags}. */
@Generated("interface golden:escaped-names/use")
@NullMarked
public enum Flags {
  /** {@code export}. */
  EXPORT,

  /** {@code include}. */
  INCLUDE
}
