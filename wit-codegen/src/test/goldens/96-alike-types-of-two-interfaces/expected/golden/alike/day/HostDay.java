package golden.alike.day;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.alike.day.abi.CodecOfDay;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:alike/day}. */
@Generated("interface golden:alike/day")
@NullMarked
public interface HostDay {
  /** {@code add}. */
  Span add(Span left, Span right);

  /** Defines {@code golden:alike/day} in a linker. */
  static void addTo(Linker linker, HostDay implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:alike/day} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostDay> implementation) {
    LinkerInstance instance = linker.instance("golden:alike/day");
    instance.funcOverImages(
        "add",
        CodecOfDay.ADD,
        (arguments, result) -> CodecOfDay.storeSpan(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).add(
                    CodecOfDay.loadSpan(arguments, 0), CodecOfDay.loadSpan(arguments, 8)))));
  }
}
