package golden.alias_chains.ids.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.alias_chains.ids.Customer;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alias-chains/ids} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:alias-chains/ids")
@NullMarked
public final class CodecOfIds {
  /** {@code customer}. */
  public static final WitType CUSTOMER = record(field("key", U64), field("friends", list(U64)));

  /** {@code find}. */
  public static final WitType.Function FIND = func(option(CUSTOMER), param("key", U64));

  /** {@code all}. */
  public static final WitType.Function ALL = func(list(CUSTOMER), param("of", CUSTOMER));

  private CodecOfIds() {}

  /** Writes a value of {@code customer}. */
  public static void storeCustomer(ImageWriter image, long at, Customer value) {
    image.putLong(at, value.key());
    image.putLongs(at + 8, value.friends());
  }

  /** Reads a value of {@code customer}. */
  public static Customer loadCustomer(ImageReader image, long at) {
    return new Customer(
        image.getLong(at),
        image.getLongs(at + 8));
  }
}
