package golden.short_names.i;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags f}. */
@Generated("interface golden:short-names/i")
@NullMarked
public enum F {
  /** {@code a}. */
  A,

  /** {@code b}. */
  B
}
