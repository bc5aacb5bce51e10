package golden.deprecations.imports.shop;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:deprecations/shop@2.0.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class ShopCodec {
  /** {@code buy}. */
  public static final WitType.Function BUY = func(BOOL, param("sku", STRING));

  /** {@code redeem}. */
  public static final WitType.Function REDEEM = func(
      golden.deprecations.shop.ShopCodec.TIER,
      param("coupon", golden.deprecations.shop.ShopCodec.COUPON));

  /** {@code order}. */
  public static final WitType.Function ORDER = func(
      BOOL, param("sku", STRING), param("count", U32));

  private ShopCodec() {}
}
