package golden.versions.parts.bin.v1_0_0.stock.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.versions.parts.bin.v1_0_0.stock.Part;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code parts:bin/stock@1.0.0} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface parts:bin/stock@1.0.0")
@NullMarked
public final class CodecOfStock {
  /** {@code part}. */
  public static final WitType PART = record(field("number", U32));

  /** {@code count}. */
  public static final WitType.Function COUNT = func(U32, param("of", PART));

  private CodecOfStock() {}

  /** Writes a value of {@code part}. */
  public static void storePart(ImageWriter image, long at, Part value) {
    image.putInt(at, value.number());
  }

  /** Reads a value of {@code part}. */
  public static Part loadPart(ImageReader image, long at) {
    return new Part(image.getInt(at));
  }
}
