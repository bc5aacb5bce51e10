package golden.alike.imports.year;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import golden.alike.imports.year.abi.CodecOfYear;
import golden.alike.year.Span;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:alike/year}. */
@Generated("interface golden:alike/year")
@NullMarked
public interface Year {
  /** {@code add}. */
  Span add(Span left, Span right);

  /** Defines {@code golden:alike/year} in a linker. */
  static void addTo(Linker linker, Year implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:alike/year} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Year> implementation) {
    LinkerInstance instance = linker.instance("golden:alike/year");
    instance.funcOverImages(
        "add",
        CodecOfYear.ADD,
        (arguments, result) -> golden.alike.year.abi.CodecOfYear.storeSpan(
            result,
            0,
            implementation.apply(arguments.config()).add(
                golden.alike.year.abi.CodecOfYear.loadSpan(arguments, 0),
                golden.alike.year.abi.CodecOfYear.loadSpan(arguments, 16))));
  }
}
