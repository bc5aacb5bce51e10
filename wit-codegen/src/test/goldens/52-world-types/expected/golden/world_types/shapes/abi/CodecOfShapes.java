package golden.world_types.shapes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.world_types.shapes.Point;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:world-types/shapes} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:world-types/shapes")
@NullMarked
public final class CodecOfShapes {
  /** {@code point}. */
  public static final WitType POINT = record(field("x", F32), field("y", F32));

  private CodecOfShapes() {}

  /** Writes a value of {@code point}. */
  public static void storePoint(ImageWriter image, long at, Point value) {
    image.putFloat(at, value.x());
    image.putFloat(at + 4, value.y());
  }

  /** Reads a value of {@code point}. */
  public static Point loadPoint(ImageReader image, long at) {
    return new Point(
        image.getFloat(at),
        image.getFloat(at + 4));
  }
}
