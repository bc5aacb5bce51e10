package golden.deprecations.shop;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * What is paid for.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 *
 * @deprecated since version 1.9.0
 */
@Deprecated
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class Basket implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Basket(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /**
   * {@code [method]basket.pay}.
   *
   * @deprecated since version 1.9.0
   */
  @Deprecated
  public void pay(Payment by) {
    Objects.requireNonNull(by, "by");
    try (Call call = this.exports.func(4).begin()) {
      ImageWriter arguments = call.arguments();
      ShopCodec.lendBasket(arguments, 0, this);
      ShopCodec.storePayment(arguments, 4, by);
      call.invoke();
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "basket: " + resource;
  }
}
