package golden.two_suppliers.north.supply.prices;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.two_suppliers.north.supply.prices.abi.CodecOfPrices;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code north:supply/prices}. */
@Generated("interface north:supply/prices")
@NullMarked
public interface HostPrices {
  /** {@code of}. */
  Price of(String sku);

  /** Defines {@code north:supply/prices} in a linker. */
  static void addTo(Linker linker, HostPrices implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code north:supply/prices} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPrices> implementation) {
    LinkerInstance instance = linker.instance("north:supply/prices");
    instance.funcOverImages(
        "of",
        CodecOfPrices.OF,
        (arguments, result) -> CodecOfPrices.storePrice(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).of(arguments.getString(0)))));
  }
}
