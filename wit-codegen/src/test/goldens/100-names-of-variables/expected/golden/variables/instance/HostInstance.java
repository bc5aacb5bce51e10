package golden.variables.instance;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.variables.instance.abi.CodecOfInstance;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:variables/instance}. */
@Generated("interface golden:variables/instance")
@NullMarked
public interface HostInstance {
  /**
   * {@code linker}.
   *
   * @param instance 0 to 255
   * @param exports unsigned
   * @return 0 to 255
   */
  int linker(int instance, int exports);

  /** Defines {@code golden:variables/instance} in a linker. */
  static void addTo(Linker linker, HostInstance implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:variables/instance} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostInstance> implementation) {
    LinkerInstance instance = linker.instance("golden:variables/instance");
    instance.funcOverImages(
        "linker",
        CodecOfInstance.LINKER,
        (arguments, result) -> result.putU8(
            0,
            implementation.apply(arguments.config()).linker(
                arguments.getU8(0), arguments.getInt(4))));
  }
}
