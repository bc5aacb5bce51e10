package golden.alike.year;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.alike.year.abi.CodecOfYear;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:alike/year}. */
@Generated("interface golden:alike/year")
@NullMarked
public interface HostYear {
  /** {@code add}. */
  Span add(Span left, Span right);

  /** Defines {@code golden:alike/year} in a linker. */
  static void addTo(Linker linker, HostYear implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:alike/year} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostYear> implementation) {
    LinkerInstance instance = linker.instance("golden:alike/year");
    instance.funcOverImages(
        "add",
        CodecOfYear.ADD,
        (arguments, result) -> CodecOfYear.storeSpan(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).add(
                    CodecOfYear.loadSpan(arguments, 0), CodecOfYear.loadSpan(arguments, 16)))));
  }
}
