package golden.two_suppliers.imports.south.supply.prices.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code south:supply/prices} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface south:supply/prices")
@NullMarked
public final class CodecOfPrices {
  /** {@code of}. */
  public static final WitType.Function OF = func(
      option(golden.two_suppliers.south.supply.prices.abi.CodecOfPrices.PRICE),
      param("sku", STRING));

  private CodecOfPrices() {}
}
