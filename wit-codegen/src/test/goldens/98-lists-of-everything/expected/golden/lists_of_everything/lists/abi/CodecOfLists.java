package golden.lists_of_everything.lists.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.lists_of_everything.lists.Colour;
import golden.lists_of_everything.lists.Shape;
import golden.lists_of_everything.lists.Sides;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:lists-of-everything/lists} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:lists-of-everything/lists")
@NullMarked
public final class CodecOfLists {
  /** {@code colour}. */
  public static final WitType COLOUR = enumeration("red", "green");

  private static final Colour[] COLOUR_LABELS = Colour.values();

  /** {@code sides}. */
  public static final WitType SIDES = flags("left", "right");

  private static final Sides[] SIDES_LABELS = Sides.values();

  /** {@code shape}. */
  public static final WitType SHAPE = variant(of("dot"), of("circle", F32));

  /** {@code enums}. */
  public static final WitType.Function ENUMS = func(list(COLOUR), param("values", list(COLOUR)));

  /** {@code sets}. */
  public static final WitType.Function SETS = func(list(SIDES), param("values", list(SIDES)));

  /** {@code variants}. */
  public static final WitType.Function VARIANTS = func(list(SHAPE), param("values", list(SHAPE)));

  /** {@code options}. */
  public static final WitType.Function OPTIONS = func(
      list(option(STRING)), param("values", list(option(U32))));

  /** {@code results}. */
  public static final WitType.Function RESULTS = func(
      list(result(U8, U64)), param("values", list(result(null, null))));

  /** {@code tuples}. */
  public static final WitType.Function TUPLES = func(
      list(tuple(STRING, BOOL)), param("values", list(tuple(U8, U64))));

  /** {@code optional-lists}. */
  public static final WitType.Function OPTIONAL_LISTS = func(
      option(list(U64)), param("values", option(list(STRING))));

  private CodecOfLists() {}

  /** Writes a value of {@code colour}. */
  public static void storeColour(ImageWriter image, long at, Colour value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code colour}. */
  public static Colour loadColour(ImageReader image, long at) {
    return COLOUR_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code sides}. */
  public static void storeSides(ImageWriter image, long at, Set<Sides> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code sides}. */
  public static Set<Sides> loadSides(ImageReader image, long at) {
    return image.getFlags(at, SIDES_LABELS, 1);
  }

  /** Writes a value of {@code shape}. */
  public static void storeShape(ImageWriter image, long at, Shape value) {
    switch (value) {
      case Shape.Dot() -> image.putDiscriminant(at, 0, 1);
      case Shape.Circle(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putFloat(at + 4, it);
      }
    }
  }

  /** Reads a value of {@code shape}. */
  public static Shape loadShape(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Shape.Dot();
      default -> new Shape.Circle(image.getFloat(at + 4));
    };
  }
}
