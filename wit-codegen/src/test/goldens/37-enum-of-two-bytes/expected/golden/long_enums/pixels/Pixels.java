package golden.long_enums.pixels;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.long_enums.Display;
import golden.long_enums.pixels.abi.CodecOfPixels;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** More labels than a byte can tell apart. */
@Generated("interface golden:long-enums/pixels")
@NullMarked
public final class Pixels {
  private final Func next;
  private final Func row;

  private Pixels(Exports exports) {
    this.next = exports.func(0);
    this.row = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Display} hands it out. */
  public static Pixels of(Exports exports) {
    return new Pixels(exports);
  }

  /** {@code next}. */
  public Pixel next(Pixel after) {
    Objects.requireNonNull(after, "after");
    try (Call call = this.next.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfPixels.storePixel(arguments, 0, after);
      call.invoke();
      return CodecOfPixels.loadPixel(call.result(), 0);
    }
  }

  /** {@code row}. */
  public List<Pixel> row(List<Pixel> pixels) {
    Objects.requireNonNull(pixels, "pixels");
    try (Call call = this.row.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, pixels, 2, 2, CodecOfPixels::storePixel);
      call.invoke();
      return call.result().getList(0, 2, CodecOfPixels::loadPixel);
    }
  }
}
