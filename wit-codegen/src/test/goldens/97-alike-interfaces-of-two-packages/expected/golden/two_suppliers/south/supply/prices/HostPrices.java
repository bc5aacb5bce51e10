package golden.two_suppliers.south.supply.prices;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.two_suppliers.south.supply.prices.abi.CodecOfPrices;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code south:supply/prices}. */
@Generated("interface south:supply/prices")
@NullMarked
public interface HostPrices {
  /** {@code of}. */
  Optional<Price> of(String sku);

  /** Defines {@code south:supply/prices} in a linker. */
  static void addTo(Linker linker, HostPrices implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code south:supply/prices} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPrices> implementation) {
    LinkerInstance instance = linker.instance("south:supply/prices");
    instance.funcOverImages(
        "of",
        CodecOfPrices.OF,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).of(arguments.getString(0)),
            4,
            CodecOfPrices::storePrice));
  }
}
