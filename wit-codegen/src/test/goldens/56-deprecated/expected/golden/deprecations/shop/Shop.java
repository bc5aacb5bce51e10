package golden.deprecations.shop;

import dev.switchblade.Call;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.ImageWriter;
import golden.deprecations.Store;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Java's compiler must warn whoever uses these, and nobody else. */
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class Shop {
  private final Func buy;
  private final Func redeem;
  private final Func order;

  private Shop(Exports exports) {
    this.buy = exports.func(0);
    this.redeem = exports.func(1);
    this.order = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Store} hands it out. */
  public static Shop of(Exports exports) {
    return new Shop(exports);
  }

  /**
   * Buys something.
   *
   * <p>Without a coupon.
   *
   * @deprecated since version 2.0.0
   */
  @Deprecated
  public boolean buy(String sku) {
    Objects.requireNonNull(sku, "sku");
    try (Call call = this.buy.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, sku);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /**
   * {@code redeem}.
   *
   * @deprecated since version 1.6.0
   */
  @Deprecated
  public Tier redeem(Coupon coupon) {
    Objects.requireNonNull(coupon, "coupon");
    try (Call call = this.redeem.begin()) {
      ImageWriter arguments = call.arguments();
      ShopCodec.storeCoupon(arguments, 0, coupon);
      call.invoke();
      return ShopCodec.loadTier(call.result(), 0);
    }
  }

  /**
   * {@code order}.
   *
   * @param count unsigned
   */
  public boolean order(String sku, int count) {
    Objects.requireNonNull(sku, "sku");
    try (Call call = this.order.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, sku);
      arguments.putInt(8, count);
      call.invoke();
      return call.result().getBool(0);
    }
  }
}
