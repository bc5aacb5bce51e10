package golden.alike.year.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.alike.year.Span;
import golden.alike.year.Unit;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alike/year} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:alike/year")
@NullMarked
public final class CodecOfYear {
  /** {@code unit}. */
  public static final WitType UNIT = enumeration("month", "week");

  private static final Unit[] UNIT_LABELS = Unit.values();

  /** {@code span}. */
  public static final WitType SPAN = record(field("count", U64), field("unit", UNIT));

  /** {@code add}. */
  public static final WitType.Function ADD = func(SPAN, param("left", SPAN), param("right", SPAN));

  private CodecOfYear() {}

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
    image.putLong(at, value.count());
    storeUnit(image, at + 8, value.unit());
  }

  /** Reads a value of {@code span}. */
  public static Span loadSpan(ImageReader image, long at) {
    return new Span(
        image.getLong(at),
        loadUnit(image, at + 8));
  }
}
