package golden.records.imports.shapes;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.records.shapes.Point;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:records/shapes}. */
@Generated("interface golden:records/shapes")
@NullMarked
public interface Shapes {
  /** {@code mirror}. */
  Point mirror(Point at);

  /**
   * Defines {@code golden:records/shapes} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Shapes implementation) {
    LinkerInstance instance = linker.instance("golden:records/shapes");
    instance.funcOverImages(
        "mirror",
        ShapesCodec.MIRROR,
        (arguments, result) -> golden.records.shapes.ShapesCodec.storePoint(
            result,
            0,
            implementation.mirror(golden.records.shapes.ShapesCodec.loadPoint(arguments, 0))));
  }
}
