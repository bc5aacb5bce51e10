package golden.imports_only.console;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.imports_only.console.abi.CodecOfConsole;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:imports-only/console}. */
@Generated("interface golden:imports-only/console")
@NullMarked
public interface Console {
  /** {@code print}. */
  void print(String line);

  /** Defines {@code golden:imports-only/console} in a linker. */
  static void addTo(Linker linker, Console implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:imports-only/console} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Console> implementation) {
    LinkerInstance instance = linker.instance("golden:imports-only/console");
    instance.funcOverImages(
        "print",
        CodecOfConsole.PRINT,
        (arguments, result) -> implementation.apply(arguments.config()).print(
            arguments.getString(0)));
  }
}
