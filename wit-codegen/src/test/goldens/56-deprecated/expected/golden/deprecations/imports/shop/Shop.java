package golden.deprecations.imports.shop;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import golden.deprecations.shop.Coupon;
import golden.deprecations.shop.Tier;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Java's compiler must warn whoever uses these, and nobody else. */
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public interface Shop {
  /**
   * Buys something.
   *
   * <p>Without a coupon.
   *
   * @deprecated since version 2.0.0
   */
  @Deprecated
  boolean buy(String sku);

  /**
   * {@code redeem}.
   *
   * @deprecated since version 1.6.0
   */
  @Deprecated
  Tier redeem(Coupon coupon);

  /**
   * {@code scan}.
   *
   * @deprecated since version 1.7.0
   */
  @Deprecated
  byte[] scan(byte[] picture);

  /** {@code [constructor]basket}. */
  Basket newBasket();

  /**
   * {@code order}.
   *
   * @param count unsigned
   */
  boolean order(String sku, int count);

  /** Defines {@code golden:deprecations/shop@2.0.0} in a linker. */
  static void addTo(Linker linker, Shop implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:deprecations/shop@2.0.0} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Shop> implementation) {
    LinkerInstance instance = linker.instance("golden:deprecations/shop@2.0.0");
    instance.resource("basket", ShopCodec.BASKET);
    instance.funcOverImages(
        "buy",
        ShopCodec.BUY,
        (arguments, result) -> result.putBool(
            0, implementation.apply(arguments.config()).buy(arguments.getString(0))));
    instance.funcOverImages(
        "redeem",
        ShopCodec.REDEEM,
        (arguments, result) -> golden.deprecations.shop.ShopCodec.storeTier(
            result,
            0,
            implementation.apply(arguments.config()).redeem(
                golden.deprecations.shop.ShopCodec.loadCoupon(arguments, 0))));
    instance.funcOverImages(
        "scan",
        ShopCodec.SCAN,
        (arguments, result) -> result.putBytes(
            0, implementation.apply(arguments.config()).scan(arguments.getBytes(0))));
    instance.funcOverImages(
        "[constructor]basket",
        ShopCodec.NEW_BASKET,
        (arguments, result) -> result.putOwn(
            0, ShopCodec.BASKET, implementation.apply(arguments.config()).newBasket()));
    instance.funcOverImages(
        "[method]basket.pay",
        ShopCodec.BASKET_PAY,
        (arguments, result) -> arguments.getBorrow(0, ShopCodec.BASKET).pay(
            golden.deprecations.shop.ShopCodec.loadPayment(arguments, 4)));
    instance.funcOverImages(
        "order",
        ShopCodec.ORDER,
        (arguments, result) -> result.putBool(
            0,
            implementation.apply(arguments.config()).order(
                arguments.getString(0), arguments.getInt(8))));
  }
}
