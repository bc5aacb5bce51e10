package golden.deprecations.shop;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record coupon}.
 *
 * @deprecated since version 1.5.0
 */
@Deprecated
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public record Coupon(String code) {
  /** Refuses null. */
  public Coupon {
    Objects.requireNonNull(code, "code");
  }
}
