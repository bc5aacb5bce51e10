package golden.uses.types;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum currency}. */
@Generated("interface golden:uses/types")
@NullMarked
public enum Currency {
  /** {@code euro}. */
  EURO,

  /** {@code dollar}. */
  DOLLAR
}
