package golden.deprecations.shop;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.deprecations.shop.abi.CodecOfShop;
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
public final class Basket extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Basket(ImageReader image, long at) {
    super(image, at);
  }

  /**
   * {@code [method]basket.pay}.
   *
   * @deprecated since version 1.9.0
   */
  @Deprecated
  public void pay(Payment by) {
    Objects.requireNonNull(by, "by");
    try (Call call = GuestHandles.func(this, 4).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      CodecOfShop.storePayment(arguments, 4, by);
      call.invoke();
    }
  }
}
