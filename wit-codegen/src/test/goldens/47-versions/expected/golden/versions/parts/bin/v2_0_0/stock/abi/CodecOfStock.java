package golden.versions.parts.bin.v2_0_0.stock.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.versions.parts.bin.v2_0_0.stock.Part;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code parts:bin/stock@2.0.0} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface parts:bin/stock@2.0.0")
@NullMarked
public final class CodecOfStock {
  /** {@code part}. */
  public static final WitType PART = record(field("number", U64), field("label", STRING));

  /** {@code count}. */
  public static final WitType.Function COUNT = func(U64, param("of", PART));

  private CodecOfStock() {}

  /** Writes a value of {@code part}. */
  public static void storePart(ImageWriter image, long at, Part value) {
    image.putLong(at, value.number());
    image.putString(at + 8, value.label());
  }

  /** Reads a value of {@code part}. */
  public static Part loadPart(ImageReader image, long at) {
    return new Part(
        image.getLong(at),
        image.getString(at + 8));
  }
}
