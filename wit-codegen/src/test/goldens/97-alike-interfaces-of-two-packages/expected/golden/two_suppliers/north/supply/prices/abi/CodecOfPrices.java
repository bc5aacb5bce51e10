package golden.two_suppliers.north.supply.prices.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.two_suppliers.north.supply.prices.Price;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code north:supply/prices} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface north:supply/prices")
@NullMarked
public final class CodecOfPrices {
  /** {@code price}. */
  public static final WitType PRICE = record(field("cents", U64));

  /** {@code of}. */
  public static final WitType.Function OF = func(PRICE, param("sku", STRING));

  private CodecOfPrices() {}

  /** Writes a value of {@code price}. */
  public static void storePrice(ImageWriter image, long at, Price value) {
    image.putLong(at, value.cents());
  }

  /** Reads a value of {@code price}. */
  public static Price loadPrice(ImageReader image, long at) {
    return new Price(image.getLong(at));
  }
}
