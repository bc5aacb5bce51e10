package golden.shops.shop.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.shops.shop.Shop;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shops/shop} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:shops/shop")
@NullMarked
public final class CodecOfShop {
  /** {@code shop}. */
  public static final WitType SHOP = record(field("name", STRING));

  /** {@code find}. */
  public static final WitType.Function FIND = func(option(SHOP), param("name", STRING));

  private CodecOfShop() {}

  /** Writes a value of {@code shop}. */
  public static void storeShop(ImageWriter image, long at, Shop value) {
    image.putString(at, value.name());
  }

  /** Reads a value of {@code shop}. */
  public static Shop loadShop(ImageReader image, long at) {
    return new Shop(image.getString(at));
  }
}
