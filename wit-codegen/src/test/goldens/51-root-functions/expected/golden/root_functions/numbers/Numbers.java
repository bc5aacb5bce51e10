package golden.root_functions.numbers;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.root_functions.Calculator;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:root-functions/numbers}. */
@Generated("interface golden:root-functions/numbers")
@NullMarked
public final class Numbers {
  private final Func isPrime;

  private Numbers(Exports exports) {
    this.isPrime = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Calculator} hands it out. */
  public static Numbers of(Exports exports) {
    return new Numbers(exports);
  }

  /**
   * {@code is-prime}.
   *
   * @param number unsigned
   */
  public boolean isPrime(long number) {
    try (Call call = this.isPrime.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putLong(0, number);
      call.invoke();
      return call.result().getBool(0);
    }
  }
}
