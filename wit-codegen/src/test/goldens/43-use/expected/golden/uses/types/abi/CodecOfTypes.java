package golden.uses.types.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.uses.types.Currency;
import golden.uses.types.Item;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:uses/types} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:uses/types")
@NullMarked
public final class CodecOfTypes {
  /** {@code item}. */
  public static final WitType ITEM = record(field("sku", STRING), field("cents", U64));

  /** {@code currency}. */
  public static final WitType CURRENCY = enumeration("euro", "dollar");

  private static final Currency[] CURRENCY_LABELS = Currency.values();

  private CodecOfTypes() {}

  /** Writes a value of {@code item}. */
  public static void storeItem(ImageWriter image, long at, Item value) {
    image.putString(at, value.sku());
    image.putLong(at + 8, value.cents());
  }

  /** Reads a value of {@code item}. */
  public static Item loadItem(ImageReader image, long at) {
    return new Item(
        image.getString(at),
        image.getLong(at + 8));
  }

  /** Writes a value of {@code currency}. */
  public static void storeCurrency(ImageWriter image, long at, Currency value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code currency}. */
  public static Currency loadCurrency(ImageReader image, long at) {
    return CURRENCY_LABELS[image.getDiscriminant(at, 1)];
  }
}
