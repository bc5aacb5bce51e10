package golden.deprecations.shop;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.ImageReader;
import dev.switchblade.ImageWriter;
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
  /** {@code coupon}. */
  public static final WitType COUPON = record(field("code", STRING));

  /** {@code tier}. */
  public static final WitType TIER = enumeration("bronze", "gold");

  private static final Tier[] TIER_LABELS = Tier.values();

  /** {@code buy}. */
  public static final WitType.Function BUY = func(BOOL, param("sku", STRING));

  /** {@code redeem}. */
  public static final WitType.Function REDEEM = func(TIER, param("coupon", COUPON));

  /** {@code order}. */
  public static final WitType.Function ORDER = func(
      BOOL, param("sku", STRING), param("count", U32));

  private ShopCodec() {}

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
}
