package golden.deprecations.shop;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.deprecations.shop.abi.CodecOfHostShop;
import golden.deprecations.shop.abi.CodecOfShop;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Java's compiler must warn whoever uses these, and nobody else. */
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public interface HostShop {
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
  HostBasket newBasket();

  /**
   * {@code order}.
   *
   * @param count unsigned
   */
  boolean order(String sku, int count);

  /** Defines {@code golden:deprecations/shop@2.0.0} in a linker. */
  static void addTo(Linker linker, HostShop implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:deprecations/shop@2.0.0} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostShop> implementation) {
    LinkerInstance instance = linker.instance("golden:deprecations/shop@2.0.0");
    instance.resource("basket", CodecOfHostShop.BASKET);
    instance.funcOverImages(
        "buy",
        CodecOfShop.BUY,
        (arguments, result) -> result.putBool(
            0, implementation.apply(arguments.config()).buy(arguments.getString(0))));
    instance.funcOverImages(
        "redeem",
        CodecOfShop.REDEEM,
        (arguments, result) -> CodecOfShop.storeTier(
            result,
            0,
            implementation.apply(arguments.config()).redeem(CodecOfShop.loadCoupon(arguments, 0))));
    instance.funcOverImages(
        "scan",
        CodecOfShop.SCAN,
        (arguments, result) -> result.putBytes(
            0, implementation.apply(arguments.config()).scan(arguments.getBytes(0))));
    instance.funcOverImages(
        "[constructor]basket",
        CodecOfShop.NEW_BASKET,
        (arguments, result) -> result.putOwn(
            0, CodecOfHostShop.BASKET, implementation.apply(arguments.config()).newBasket()));
    instance.funcOverImages(
        "[method]basket.pay",
        CodecOfShop.BASKET_PAY,
        (arguments, result) -> arguments.getBorrow(0, CodecOfHostShop.BASKET).pay(
            CodecOfShop.loadPayment(arguments, 4)));
    instance.funcOverImages(
        "order",
        CodecOfShop.ORDER,
        (arguments, result) -> result.putBool(
            0,
            implementation.apply(arguments.config()).order(
                arguments.getString(0), arguments.getInt(8))));
  }
}
