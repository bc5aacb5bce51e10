package golden.imports_only.args;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.imports_only.args.abi.CodecOfArgs;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:imports-only/args}. */
@Generated("interface golden:imports-only/args")
@NullMarked
public interface Args {
  /** {@code all}. */
  List<String> all();

  /** Defines {@code golden:imports-only/args} in a linker. */
  static void addTo(Linker linker, Args implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:imports-only/args} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Args> implementation) {
    LinkerInstance instance = linker.instance("golden:imports-only/args");
    instance.funcOverImages(
        "all",
        CodecOfArgs.ALL,
        (arguments, result) -> result.putList(
            0, implementation.apply(arguments.config()).all(), 8, 4, ImageWriter::putString));
  }
}
