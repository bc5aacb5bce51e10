package golden.lists_of_everything.lists;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum colour}. */
@Generated("interface golden:lists-of-everything/lists")
@NullMarked
public enum Colour {
  /** {@code red}. */
  RED,

  /** {@code green}. */
  GREEN
}
