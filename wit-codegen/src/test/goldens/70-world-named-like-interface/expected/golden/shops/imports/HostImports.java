package golden.shops.imports;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.shops.imports.abi.CodecOfImports;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shops/imports}. */
@Generated("interface golden:shops/imports")
@NullMarked
public interface HostImports {
  /**
   * {@code count}.
   *
   * @return unsigned
   */
  int count();

  /** Defines {@code golden:shops/imports} in a linker. */
  static void addTo(Linker linker, HostImports implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:shops/imports} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostImports> implementation) {
    LinkerInstance instance = linker.instance("golden:shops/imports");
    instance.funcOverImages(
        "count",
        CodecOfImports.COUNT,
        (arguments, result) -> result.putInt(0, implementation.apply(arguments.config()).count()));
  }
}
