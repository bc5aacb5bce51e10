package golden.lambda.clock;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
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

  /**
   * Defines {@code golden:lambda/clock} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Clock implementation) {
    LinkerInstance instance = linker.instance("golden:lambda/clock");
    instance.funcOverImages(
        "now",
        ClockCodec.NOW,
        (arguments, result) -> result.putLong(0, implementation.now()));
  }
}
