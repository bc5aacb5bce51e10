package golden.alike.day;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum unit}. */
@Generated("interface golden:alike/day")
@NullMarked
public enum Unit {
  /** {@code hour}. */
  HOUR,

  /** {@code minute}. */
  MINUTE
}
