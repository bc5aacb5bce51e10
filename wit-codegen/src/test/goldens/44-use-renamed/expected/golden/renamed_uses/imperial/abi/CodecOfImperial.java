package golden.renamed_uses.imperial.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.renamed_uses.imperial.Size;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:renamed-uses/imperial} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:renamed-uses/imperial")
@NullMarked
public final class CodecOfImperial {
  /** {@code size}. */
  public static final WitType SIZE = record(field("feet", F64));

  private CodecOfImperial() {}

  /** Writes a value of {@code size}. */
  public static void storeSize(ImageWriter image, long at, Size value) {
    image.putDouble(at, value.feet());
  }

  /** Reads a value of {@code size}. */
  public static Size loadSize(ImageReader image, long at) {
    return new Size(image.getDouble(at));
  }
}
