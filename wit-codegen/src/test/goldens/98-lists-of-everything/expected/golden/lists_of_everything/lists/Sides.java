package golden.lists_of_everything.lists;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags sides}. */
@Generated("interface golden:lists-of-everything/lists")
@NullMarked
public enum Sides {
  /** {@code left}. */
  LEFT,

  /** {@code right}. */
  RIGHT
}
