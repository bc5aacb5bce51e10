package golden.thrown_errors.types.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.thrown_errors.types.Declined;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:thrown-errors/types} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:thrown-errors/types")
@NullMarked
public final class CodecOfTypes {
  /** {@code declined}. */
  public static final WitType DECLINED = variant(
      of("limit", U64), of("empty", STRING), of("unknown"));

  private CodecOfTypes() {}

  /** Writes a value of {@code declined}. */
  public static void storeDeclined(ImageWriter image, long at, Declined value) {
    switch (value) {
      case Declined.Limit(var it) -> {
        image.putDiscriminant(at, 0, 1);
        image.putLong(at + 8, it);
      }
      case Declined.Empty(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putString(at + 8, it);
      }
      case Declined.Unknown() -> image.putDiscriminant(at, 2, 1);
    }
  }

  /** Reads a value of {@code declined}. */
  public static Declined loadDeclined(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Declined.Limit(image.getLong(at + 8));
      case 1 -> new Declined.Empty(image.getString(at + 8));
      default -> new Declined.Unknown();
    };
  }
}
