package golden.enums.lights;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.enums.Crossing;
import golden.enums.lights.abi.CodecOfLights;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:enums/lights}. */
@Generated("interface golden:enums/lights")
@NullMarked
public final class Lights {
  private final Func next;
  private final Func cycle;

  private Lights(Exports exports) {
    this.next = exports.func(0);
    this.cycle = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Crossing} hands it out. */
  public static Lights of(Exports exports) {
    return new Lights(exports);
  }

  /** {@code next}. */
  public Colour next(Colour after) {
    Objects.requireNonNull(after, "after");
    try (Call call = this.next.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfLights.storeColour(arguments, 0, after);
      call.invoke();
      return CodecOfLights.loadColour(call.result(), 0);
    }
  }

  /** {@code cycle}. */
  public List<Colour> cycle(List<Colour> colours) {
    Objects.requireNonNull(colours, "colours");
    try (Call call = this.cycle.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, colours, 1, 1, CodecOfLights::storeColour);
      call.invoke();
      return call.result().getList(0, 1, CodecOfLights::loadColour);
    }
  }
}
