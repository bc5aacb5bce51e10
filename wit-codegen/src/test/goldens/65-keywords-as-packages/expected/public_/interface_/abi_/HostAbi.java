package public_.interface_.abi_;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import public_.interface_.abi_.abi.CodecOfAbi;

/** Its name is that of the packages of codecs. */
@Generated("interface public:interface/abi")
@NullMarked
public interface HostAbi {
  /** {@code current}. */
  Version current();

  /** Defines {@code public:interface/abi} in a linker. */
  static void addTo(Linker linker, HostAbi implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code public:interface/abi} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostAbi> implementation) {
    LinkerInstance instance = linker.instance("public:interface/abi");
    instance.funcOverImages(
        "current",
        CodecOfAbi.CURRENT,
        (arguments, result) -> CodecOfAbi.storeVersion(
            result, 0, result.requireReturned(implementation.apply(arguments.config()).current())));
  }
}
