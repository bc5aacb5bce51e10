package golden.alike.day.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.alike.day.Span;
import golden.alike.day.Unit;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alike/day} travel, and what its functions are: for generated code.
 */
@Generated("interface golden:alike/day")
@NullMarked
public final class CodecOfDay {
  /** {@code unit}. */
  public static final WitType UNIT = enumeration("hour", "minute");

  private static final Unit[] UNIT_LABELS = Unit.values();

  /** {@code span}. */
  public static final WitType SPAN = record(field("count", U32), field("unit", UNIT));

  /** {@code add}. */
  public static final WitType.Function ADD = func(SPAN, param("left", SPAN), param("right", SPAN));

  private CodecOfDay() {}

  /** Writes a value of {@code unit}. */
  public static void storeUnit(ImageWriter image, long at, Unit value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code unit}. */
  public static Unit loadUnit(ImageReader image, long at) {
    return UNIT_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code span}. */
  public static void storeSpan(ImageWriter image, long at, Span value) {
    image.putInt(at, value.count());
    storeUnit(image, at + 4, value.unit());
  }

  /** Reads a value of {@code span}. */
  public static Span loadSpan(ImageReader image, long at) {
    return new Span(
        image.getInt(at),
        loadUnit(image, at + 4));
  }
}
