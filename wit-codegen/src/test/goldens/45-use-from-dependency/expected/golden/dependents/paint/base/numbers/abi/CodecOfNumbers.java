package golden.dependents.paint.base.numbers.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.dependents.paint.base.numbers.Ratio;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code paint:base/numbers} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface paint:base/numbers")
@NullMarked
public final class CodecOfNumbers {
  /** {@code ratio}. */
  public static final WitType RATIO = record(field("numerator", U32), field("denominator", U32));

  private CodecOfNumbers() {}

  /** Writes a value of {@code ratio}. */
  public static void storeRatio(ImageWriter image, long at, Ratio value) {
    image.putInt(at, value.numerator());
    image.putInt(at + 4, value.denominator());
  }

  /** Reads a value of {@code ratio}. */
  public static Ratio loadRatio(ImageReader image, long at) {
    return new Ratio(
        image.getInt(at),
        image.getInt(at + 4));
  }
}
