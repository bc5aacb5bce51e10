package golden.two_suppliers.south.supply.prices.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.two_suppliers.south.supply.prices.Price;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code south:supply/prices} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface south:supply/prices")
@NullMarked
public final class CodecOfPrices {
  /** {@code price}. */
  public static final WitType PRICE = record(field("cents", U32), field("currency", STRING));

  /** {@code of}. */
  public static final WitType.Function OF = func(option(PRICE), param("sku", STRING));

  private CodecOfPrices() {}

  /** Writes a value of {@code price}. */
  public static void storePrice(ImageWriter image, long at, Price value) {
    image.putInt(at, value.cents());
    image.putString(at + 4, value.currency());
  }

  /** Reads a value of {@code price}. */
  public static Price loadPrice(ImageReader image, long at) {
    return new Price(
        image.getInt(at),
        image.getString(at + 4));
  }
}
