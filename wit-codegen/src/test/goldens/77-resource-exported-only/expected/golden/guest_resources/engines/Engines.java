package golden.guest_resources.engines;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.guest_resources.Car;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:guest-resources/engines}. */
@Generated("interface golden:guest-resources/engines")
@NullMarked
public final class Engines {
  private final Func newEngine;

  private Engines(Exports exports) {
    this.newEngine = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Car} hands it out. */
  public static Engines of(Exports exports) {
    return new Engines(exports);
  }

  /**
   * {@code [constructor]engine}.
   *
   * @param horsepower unsigned
   */
  public Engine newEngine(int horsepower) {
    try (Call call = this.newEngine.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, horsepower);
      call.invoke();
      return new Engine(call.result(), 0);
    }
  }
}
