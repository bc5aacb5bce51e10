package golden.short_names.i;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum e1}. */
@Generated("interface golden:short-names/i")
@NullMarked
public enum E1 {
  /** {@code a}. */
  A,

  /** {@code b}. */
  B,

  /** {@code c}. */
  C
}
