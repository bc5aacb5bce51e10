package golden.alike.year;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum unit}. */
@Generated("interface golden:alike/year")
@NullMarked
public enum Unit {
  /** {@code month}. */
  MONTH,

  /** {@code week}. */
  WEEK
}
