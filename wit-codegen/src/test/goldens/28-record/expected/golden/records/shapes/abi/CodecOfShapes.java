package golden.records.shapes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.records.shapes.Point;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:records/shapes} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:records/shapes")
@NullMarked
public final class CodecOfShapes {
  /** {@code point}. */
  public static final WitType POINT = record(field("x", S32), field("y", S32));

  /** {@code mirror}. */
  public static final WitType.Function MIRROR = func(POINT, param("at", POINT));

  private CodecOfShapes() {}

  /** Writes a value of {@code point}. */
  public static void storePoint(ImageWriter image, long at, Point value) {
    image.putInt(at, value.x());
    image.putInt(at + 4, value.y());
  }

  /** Reads a value of {@code point}. */
  public static Point loadPoint(ImageReader image, long at) {
    return new Point(
        image.getInt(at),
        image.getInt(at + 4));
  }
}
