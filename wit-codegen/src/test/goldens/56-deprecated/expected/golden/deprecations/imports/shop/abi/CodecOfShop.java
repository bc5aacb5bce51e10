package golden.deprecations.imports.shop.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.HostResource;
import dev.switchblade.wit.WitType;
import golden.deprecations.imports.shop.Basket;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:deprecations/shop@2.0.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class CodecOfShop {
  /** {@code resource basket}. */
  public static final HostResource<Basket> BASKET = HostResource.of(Basket.class);

  /** {@code buy}. */
  public static final WitType.Function BUY = func(BOOL, param("sku", STRING));

  /** {@code redeem}. */
  public static final WitType.Function REDEEM = func(
      golden.deprecations.shop.abi.CodecOfShop.TIER,
      param("coupon", golden.deprecations.shop.abi.CodecOfShop.COUPON));

  /** {@code scan}. */
  public static final WitType.Function SCAN = func(list(U8), param("picture", list(U8)));

  /** {@code [constructor]basket}. */
  public static final WitType.Function NEW_BASKET = func(
      own("golden:deprecations/shop@2.0.0", "basket"));

  /** {@code [method]basket.pay}. */
  public static final WitType.Function BASKET_PAY = func(
      null,
      param("self", borrow("golden:deprecations/shop@2.0.0", "basket")),
      param("by", golden.deprecations.shop.abi.CodecOfShop.PAYMENT));

  /** {@code order}. */
  public static final WitType.Function ORDER = func(
      BOOL, param("sku", STRING), param("count", U32));

  private CodecOfShop() {}
}
