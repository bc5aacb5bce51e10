package golden.world_types.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.world_types.Line;
import golden.world_types.Stroke;
import golden.world_types.Style;
import golden.world_types.shapes.abi.CodecOfShapes;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:world-types canvas} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:world-types canvas")
@NullMarked
public final class CodecOfCanvas {
  /** {@code line}. */
  public static final WitType LINE = record(
      field("from", CodecOfShapes.POINT), field("to", CodecOfShapes.POINT));

  /** {@code style}. */
  public static final WitType STYLE = enumeration("solid", "dotted");

  private static final Style[] STYLE_LABELS = Style.values();

  /** {@code stroke}. */
  public static final WitType STROKE = variant(
      of("none"), of("plain", STYLE), of("wide", tuple(STYLE, F32)));

  /** {@code smooth}. */
  public static final WitType.Function SMOOTH = func(
      list(LINE), param("path", list(LINE)), param("with", STROKE));

  private CodecOfCanvas() {}

  /** Writes a value of {@code line}. */
  public static void storeLine(ImageWriter image, long at, Line value) {
    CodecOfShapes.storePoint(image, at, value.from());
    CodecOfShapes.storePoint(image, at + 8, value.to());
  }

  /** Reads a value of {@code line}. */
  public static Line loadLine(ImageReader image, long at) {
    return new Line(
        CodecOfShapes.loadPoint(image, at),
        CodecOfShapes.loadPoint(image, at + 8));
  }

  /** Writes a value of {@code style}. */
  public static void storeStyle(ImageWriter image, long at, Style value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code style}. */
  public static Style loadStyle(ImageReader image, long at) {
    return STYLE_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code stroke}. */
  public static void storeStroke(ImageWriter image, long at, Stroke value) {
    switch (value) {
      case Stroke.None() -> image.putDiscriminant(at, 0, 1);
      case Stroke.Plain(var it) -> {
        image.putDiscriminant(at, 1, 1);
        storeStyle(image, at + 4, it);
      }
      case Stroke.Wide(var it) -> {
        image.putDiscriminant(at, 2, 1);
        storeStyle(image, at + 4, it.first());
        image.putFloat(at + 8, it.second());
      }
    }
  }

  /** Reads a value of {@code stroke}. */
  public static Stroke loadStroke(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Stroke.None();
      case 1 -> new Stroke.Plain(loadStyle(image, at + 4));
      default -> new Stroke.Wide(new Tuple2<>(loadStyle(image, at + 4), image.getFloat(at + 8)));
    };
  }
}
