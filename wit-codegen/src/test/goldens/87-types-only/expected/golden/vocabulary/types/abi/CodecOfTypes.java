package golden.vocabulary.types.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.vocabulary.types.Point;
import golden.vocabulary.types.Shape;
import golden.vocabulary.types.Sides;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:vocabulary/types} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:vocabulary/types")
@NullMarked
public final class CodecOfTypes {
  /** {@code point}. */
  public static final WitType POINT = record(field("x", F64), field("y", F64));

  /** {@code shape}. */
  public static final WitType SHAPE = variant(
      of("circle", F64), of("square", F64), of("polygon", list(POINT)));

  /** {@code sides}. */
  public static final WitType SIDES = flags("left", "right");

  private static final Sides[] SIDES_LABELS = Sides.values();

  private CodecOfTypes() {}

  /** Writes a value of {@code point}. */
  public static void storePoint(ImageWriter image, long at, Point value) {
    image.putDouble(at, value.x());
    image.putDouble(at + 8, value.y());
  }

  /** Reads a value of {@code point}. */
  public static Point loadPoint(ImageReader image, long at) {
    return new Point(
        image.getDouble(at),
        image.getDouble(at + 8));
  }

  /** Writes a value of {@code shape}. */
  public static void storeShape(ImageWriter image, long at, Shape value) {
    switch (value) {
      case Shape.Circle(var it) -> {
        image.putDiscriminant(at, 0, 1);
        image.putDouble(at + 8, it);
      }
      case Shape.Square(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putDouble(at + 8, it);
      }
      case Shape.Polygon(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putList(at + 8, it, 16, 8, CodecOfTypes::storePoint);
      }
    }
  }

  /** Reads a value of {@code shape}. */
  public static Shape loadShape(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Shape.Circle(image.getDouble(at + 8));
      case 1 -> new Shape.Square(image.getDouble(at + 8));
      default -> new Shape.Polygon(image.getList(at + 8, 16, CodecOfTypes::loadPoint));
    };
  }

  /** Writes a value of {@code sides}. */
  public static void storeSides(ImageWriter image, long at, Set<Sides> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code sides}. */
  public static Set<Sides> loadSides(ImageReader image, long at) {
    return image.getFlags(at, SIDES_LABELS, 1);
  }
}
