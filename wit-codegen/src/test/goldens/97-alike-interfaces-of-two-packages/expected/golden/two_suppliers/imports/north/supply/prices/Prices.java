package golden.two_suppliers.imports.north.supply.prices;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.two_suppliers.north.supply.prices.Price;
import org.jspecify.annotations.NullMarked;

/** Interface {@code north:supply/prices}. */
@Generated("interface north:supply/prices")
@NullMarked
public interface Prices {
  /** {@code of}. */
  Price of(String sku);

  /**
   * Defines {@code north:supply/prices} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Prices implementation) {
    LinkerInstance instance = linker.instance("north:supply/prices");
    instance.funcOverImages(
        "of",
        PricesCodec.OF,
        (arguments, result) -> golden.two_suppliers.north.supply.prices.PricesCodec.storePrice(
            result, 0, implementation.of(arguments.getString(0))));
  }
}
