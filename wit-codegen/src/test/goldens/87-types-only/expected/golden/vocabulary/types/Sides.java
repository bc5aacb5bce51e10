package golden.vocabulary.types;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags sides}. */
@Generated("interface golden:vocabulary/types")
@NullMarked
public enum Sides {
  /** {@code left}. */
  LEFT,

  /** {@code right}. */
  RIGHT
}
