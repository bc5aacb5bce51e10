package golden.deprecations.shop;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * What is paid for.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 *
 * @deprecated since version 1.9.0
 */
@Deprecated
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public interface HostBasket {
  /**
   * {@code [method]basket.pay}.
   *
   * @deprecated since version 1.9.0
   */
  @Deprecated
  void pay(Payment by);
}
