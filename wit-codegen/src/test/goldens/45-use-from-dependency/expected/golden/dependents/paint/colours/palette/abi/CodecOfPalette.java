package golden.dependents.paint.colours.palette.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.dependents.paint.base.numbers.abi.CodecOfNumbers;
import golden.dependents.paint.colours.palette.Colour;
import golden.dependents.paint.colours.palette.Mix;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code paint:colours/palette} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface paint:colours/palette")
@NullMarked
public final class CodecOfPalette {
  /** {@code colour}. */
  public static final WitType COLOUR = record(
      field("red", U8), field("green", U8), field("blue", U8));

  /** {@code mix}. */
  public static final WitType MIX = record(
      field("left", COLOUR), field("right", COLOUR), field("share", CodecOfNumbers.RATIO));

  private CodecOfPalette() {}

  /** Writes a value of {@code colour}. */
  public static void storeColour(ImageWriter image, long at, Colour value) {
    image.putU8(at, value.red());
    image.putU8(at + 1, value.green());
    image.putU8(at + 2, value.blue());
  }

  /** Reads a value of {@code colour}. */
  public static Colour loadColour(ImageReader image, long at) {
    return new Colour(
        image.getU8(at),
        image.getU8(at + 1),
        image.getU8(at + 2));
  }

  /** Writes a value of {@code mix}. */
  public static void storeMix(ImageWriter image, long at, Mix value) {
    storeColour(image, at, value.left());
    storeColour(image, at + 3, value.right());
    CodecOfNumbers.storeRatio(image, at + 8, value.share());
  }

  /** Reads a value of {@code mix}. */
  public static Mix loadMix(ImageReader image, long at) {
    return new Mix(
        loadColour(image, at),
        loadColour(image, at + 3),
        CodecOfNumbers.loadRatio(image, at + 8));
  }
}
