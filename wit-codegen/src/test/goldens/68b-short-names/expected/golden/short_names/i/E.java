package golden.short_names.i;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum e}. */
@Generated("interface golden:short-names/i")
@NullMarked
public enum E {
  /** {@code a}. */
  A,

  /** {@code b}. */
  B
}
