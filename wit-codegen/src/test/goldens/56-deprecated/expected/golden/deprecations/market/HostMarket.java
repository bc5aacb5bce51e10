package golden.deprecations.market;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.deprecations.market.abi.CodecOfMarket;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/**
 * All of it.
 *
 * @deprecated since version 1.9.0
 */
@Deprecated
@Generated("interface golden:deprecations/market@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public interface HostMarket {
  /** {@code open}. */
  boolean open();

  /** Defines {@code golden:deprecations/market@2.0.0} in a linker. */
  static void addTo(Linker linker, HostMarket implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:deprecations/market@2.0.0} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostMarket> implementation) {
    LinkerInstance instance = linker.instance("golden:deprecations/market@2.0.0");
    instance.funcOverImages(
        "open",
        CodecOfMarket.OPEN,
        (arguments, result) -> result.putBool(0, implementation.apply(arguments.config()).open()));
  }
}
