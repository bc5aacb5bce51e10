package golden.records.shapes;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.records.Drawing;
import golden.records.shapes.abi.CodecOfShapes;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:records/shapes}. */
@Generated("interface golden:records/shapes")
@NullMarked
public final class Shapes {
  private final Func mirror;

  private Shapes(Exports exports) {
    this.mirror = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Drawing} hands it out. */
  public static Shapes of(Exports exports) {
    return new Shapes(exports);
  }

  /** {@code mirror}. */
  public Point mirror(Point at) {
    Objects.requireNonNull(at, "at");
    try (Call call = this.mirror.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfShapes.storePoint(arguments, 0, at);
      call.invoke();
      return CodecOfShapes.loadPoint(call.result(), 0);
    }
  }
}
