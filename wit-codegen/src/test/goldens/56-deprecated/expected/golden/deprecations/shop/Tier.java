package golden.deprecations.shop;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code enum tier}.
 *
 * @deprecated since version 1.5.0
 */
@Deprecated
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public enum Tier {
  /** {@code bronze}. */
  BRONZE,

  /** {@code gold}. */
  GOLD
}
