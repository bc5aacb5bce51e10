package golden.shops.prepared;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.shops.prepared.abi.CodecOfPrepared;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shops/prepared}. */
@Generated("interface golden:shops/prepared")
@NullMarked
public interface HostPrepared {
  /** {@code ready}. */
  boolean ready();

  /** Defines {@code golden:shops/prepared} in a linker. */
  static void addTo(Linker linker, HostPrepared implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:shops/prepared} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPrepared> implementation) {
    LinkerInstance instance = linker.instance("golden:shops/prepared");
    instance.funcOverImages(
        "ready",
        CodecOfPrepared.READY,
        (arguments, result) -> result.putBool(0, implementation.apply(arguments.config()).ready()));
  }
}
