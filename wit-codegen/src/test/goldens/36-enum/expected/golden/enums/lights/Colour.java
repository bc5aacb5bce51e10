package golden.enums.lights;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** What a traffic light shows. */
@Generated("interface golden:enums/lights")
@NullMarked
public enum Colour {
  /** Stop. */
  RED,

  /** {@code amber}. */
  AMBER,

  /** Go, if the way is free. */
  GREEN
}
