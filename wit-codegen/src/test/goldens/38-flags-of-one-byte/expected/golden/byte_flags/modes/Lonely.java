package golden.byte_flags.modes;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags lonely}. */
@Generated("interface golden:byte-flags/modes")
@NullMarked
public enum Lonely {
  /** {@code set}. */
  SET
}
