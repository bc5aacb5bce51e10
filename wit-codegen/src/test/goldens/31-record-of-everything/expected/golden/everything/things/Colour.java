package golden.everything.things;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum colour}. */
@Generated("interface golden:everything/things")
@NullMarked
public enum Colour {
  /** {@code red}. */
  RED,

  /** {@code green}. */
  GREEN,

  /** {@code blue}. */
  BLUE
}
