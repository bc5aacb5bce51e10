package golden.dependents.labels;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.dependents.Printer;
import golden.dependents.paint.colours.palette.Colour;
import golden.dependents.paint.colours.palette.Mix;
import golden.dependents.paint.colours.palette.abi.CodecOfPalette;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:dependents/labels}. */
@Generated("interface golden:dependents/labels")
@NullMarked
public final class Labels {
  private final Func describe;
  private final Func blend;

  private Labels(Exports exports) {
    this.describe = exports.func(0);
    this.blend = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Printer} hands it out. */
  public static Labels of(Exports exports) {
    return new Labels(exports);
  }

  /** {@code describe}. */
  public String describe(Colour colour) {
    Objects.requireNonNull(colour, "colour");
    try (Call call = this.describe.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfPalette.storeColour(arguments, 0, colour);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code blend}. */
  public Colour blend(Mix of) {
    Objects.requireNonNull(of, "of");
    try (Call call = this.blend.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfPalette.storeMix(arguments, 0, of);
      call.invoke();
      return CodecOfPalette.loadColour(call.result(), 0);
    }
  }
}
