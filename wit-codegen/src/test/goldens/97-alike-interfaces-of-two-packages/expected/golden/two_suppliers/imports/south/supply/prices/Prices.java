package golden.two_suppliers.imports.south.supply.prices;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.two_suppliers.south.supply.prices.Price;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code south:supply/prices}. */
@Generated("interface south:supply/prices")
@NullMarked
public interface Prices {
  /** {@code of}. */
  Optional<Price> of(String sku);

  /**
   * Defines {@code south:supply/prices} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Prices implementation) {
    LinkerInstance instance = linker.instance("south:supply/prices");
    instance.funcOverImages(
        "of",
        PricesCodec.OF,
        (arguments, result) -> result.putOption(
            0,
            implementation.of(arguments.getString(0)),
            4,
            golden.two_suppliers.south.supply.prices.PricesCodec::storePrice));
  }
}
