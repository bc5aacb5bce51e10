package golden.enums.lights.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.enums.lights.Colour;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:enums/lights} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:enums/lights")
@NullMarked
public final class CodecOfLights {
  /** {@code colour}. */
  public static final WitType COLOUR = enumeration("red", "amber", "green");

  private static final Colour[] COLOUR_LABELS = Colour.values();

  /** {@code next}. */
  public static final WitType.Function NEXT = func(COLOUR, param("after", COLOUR));

  /** {@code cycle}. */
  public static final WitType.Function CYCLE = func(list(COLOUR), param("colours", list(COLOUR)));

  private CodecOfLights() {}

  /** Writes a value of {@code colour}. */
  public static void storeColour(ImageWriter image, long at, Colour value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code colour}. */
  public static Colour loadColour(ImageReader image, long at) {
    return COLOUR_LABELS[image.getDiscriminant(at, 1)];
  }
}
