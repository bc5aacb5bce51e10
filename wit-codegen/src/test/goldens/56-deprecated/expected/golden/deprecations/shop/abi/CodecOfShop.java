package golden.deprecations.shop.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.deprecations.shop.Coupon;
import golden.deprecations.shop.Payment;
import golden.deprecations.shop.Tier;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:deprecations/shop@2.0.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class CodecOfShop {
  /** {@code coupon}. */
  public static final WitType COUPON = record(field("code", STRING));

  /** {@code tier}. */
  public static final WitType TIER = enumeration("bronze", "gold");

  private static final Tier[] TIER_LABELS = Tier.values();

  /** {@code payment}. */
  public static final WitType PAYMENT = variant(of("cash"), of("card", STRING));

  /** {@code buy}. */
  public static final WitType.Function BUY = func(BOOL, param("sku", STRING));

  /** {@code redeem}. */
  public static final WitType.Function REDEEM = func(TIER, param("coupon", COUPON));

  /** {@code scan}. */
  public static final WitType.Function SCAN = func(list(U8), param("picture", list(U8)));

  /** {@code [constructor]basket}. */
  public static final WitType.Function NEW_BASKET = func(
      own("golden:deprecations/shop@2.0.0", "basket"));

  /** {@code [method]basket.pay}. */
  public static final WitType.Function BASKET_PAY = func(
      null,
      param("self", borrow("golden:deprecations/shop@2.0.0", "basket")),
      param("by", PAYMENT));

  /** {@code order}. */
  public static final WitType.Function ORDER = func(
      BOOL, param("sku", STRING), param("count", U32));

  private CodecOfShop() {}

  /** Writes a value of {@code coupon}. */
  public static void storeCoupon(ImageWriter image, long at, Coupon value) {
    image.putString(at, value.code());
  }

  /** Reads a value of {@code coupon}. */
  public static Coupon loadCoupon(ImageReader image, long at) {
    return new Coupon(image.getString(at));
  }

  /** Writes a value of {@code tier}. */
  public static void storeTier(ImageWriter image, long at, Tier value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code tier}. */
  public static Tier loadTier(ImageReader image, long at) {
    return TIER_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code payment}. */
  public static void storePayment(ImageWriter image, long at, Payment value) {
    switch (value) {
      case Payment.Cash() -> image.putDiscriminant(at, 0, 1);
      case Payment.Card(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putString(at + 4, it);
      }
    }
  }

  /** Reads a value of {@code payment}. */
  public static Payment loadPayment(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Payment.Cash();
      default -> new Payment.Card(image.getString(at + 4));
    };
  }
}
