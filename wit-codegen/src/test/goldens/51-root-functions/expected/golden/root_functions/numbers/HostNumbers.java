package golden.root_functions.numbers;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.root_functions.numbers.abi.CodecOfNumbers;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:root-functions/numbers}. */
@Generated("interface golden:root-functions/numbers")
@NullMarked
public interface HostNumbers {
  /**
   * {@code is-prime}.
   *
   * @param number unsigned
   */
  boolean isPrime(long number);

  /** Defines {@code golden:root-functions/numbers} in a linker. */
  static void addTo(Linker linker, HostNumbers implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:root-functions/numbers} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostNumbers> implementation) {
    LinkerInstance instance = linker.instance("golden:root-functions/numbers");
    instance.funcOverImages(
        "is-prime",
        CodecOfNumbers.IS_PRIME,
        (arguments, result) -> result.putBool(
            0, implementation.apply(arguments.config()).isPrime(arguments.getLong(0))));
  }
}
