package golden.instances.instance;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.instances.instance.abi.CodecOfInstance;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:instances/instance}. */
@Generated("interface golden:instances/instance")
@NullMarked
public interface HostInstance {
  /**
   * {@code run}.
   *
   * @return unsigned
   */
  int run();

  /** Defines {@code golden:instances/instance} in a linker. */
  static void addTo(Linker linker, HostInstance implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:instances/instance} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostInstance> implementation) {
    LinkerInstance instance = linker.instance("golden:instances/instance");
    instance.funcOverImages(
        "run",
        CodecOfInstance.RUN,
        (arguments, result) -> result.putInt(0, implementation.apply(arguments.config()).run()));
  }
}
