package golden.lambda.clock;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.lambda.clock.abi.CodecOfClock;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:lambda/clock}. */
@Generated("interface golden:lambda/clock")
@NullMarked
public interface Clock {
  /**
   * {@code now}.
   *
   * @return unsigned
   */
  long now();

  /** Defines {@code golden:lambda/clock} in a linker. */
  static void addTo(Linker linker, Clock implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:lambda/clock} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Clock> implementation) {
    LinkerInstance instance = linker.instance("golden:lambda/clock");
    instance.funcOverImages(
        "now",
        CodecOfClock.NOW,
        (arguments, result) -> result.putLong(0, implementation.apply(arguments.config()).now()));
  }
}
