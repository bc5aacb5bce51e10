package golden.hurting_docs.hurting.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.hurting_docs.hurting.Braces;
import golden.hurting_docs.hurting.Signs;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:hurting-docs/hurting} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:hurting-docs/hurting")
@NullMarked
public final class CodecOfHurting {
  /** {@code braces}. */
  public static final WitType BRACES = record(field("open", U8), field("close", U8));

  /** {@code signs}. */
  public static final WitType SIGNS = enumeration("ampersand", "greater");

  private static final Signs[] SIGNS_LABELS = Signs.values();

  /** {@code function}. */
  public static final WitType.Function FUNCTION = func(U32, param("value", U32));

  /** {@code empty}. */
  public static final WitType.Function EMPTY = func(
      BRACES, param("value", BRACES), param("sign", SIGNS));

  /** {@code escapes}. */
  public static final WitType.Function ESCAPES = func(null);

  /** {@code not-deprecated}. */
  public static final WitType.Function NOT_DEPRECATED = func(null);

  private CodecOfHurting() {}

  /** Writes a value of {@code braces}. */
  public static void storeBraces(ImageWriter image, long at, Braces value) {
    image.putU8(at, value.open());
    image.putU8(at + 1, value.close());
  }

  /** Reads a value of {@code braces}. */
  public static Braces loadBraces(ImageReader image, long at) {
    return new Braces(
        image.getU8(at),
        image.getU8(at + 1));
  }

  /** Writes a value of {@code signs}. */
  public static void storeSigns(ImageWriter image, long at, Signs value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code signs}. */
  public static Signs loadSigns(ImageReader image, long at) {
    return SIGNS_LABELS[image.getDiscriminant(at, 1)];
  }
}
