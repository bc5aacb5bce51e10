package golden.same_names.same.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.same_names.same.Other;
import golden.same_names.same.Same;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:same-names/same} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:same-names/same")
@NullMarked
public final class CodecOfSame {
  /** {@code same}. */
  public static final WitType SAME = record(field("same", U8));

  /** {@code other}. */
  public static final WitType OTHER = variant(of("same", SAME), of("other"));

  /** {@code same-again}. */
  public static final WitType.Function SAME_AGAIN = func(
      SAME, param("same", SAME), param("other", OTHER));

  /** {@code other-again}. */
  public static final WitType.Function OTHER_AGAIN = func(OTHER, param("other", OTHER));

  private CodecOfSame() {}

  /** Writes a value of {@code same}. */
  public static void storeSame(ImageWriter image, long at, Same value) {
    image.putU8(at, value.same());
  }

  /** Reads a value of {@code same}. */
  public static Same loadSame(ImageReader image, long at) {
    return new Same(image.getU8(at));
  }

  /** Writes a value of {@code other}. */
  public static void storeOther(ImageWriter image, long at, Other value) {
    switch (value) {
      case Other.Same(var it) -> {
        image.putDiscriminant(at, 0, 1);
        storeSame(image, at + 1, it);
      }
      case Other.Other_() -> image.putDiscriminant(at, 1, 1);
    }
  }

  /** Reads a value of {@code other}. */
  public static Other loadOther(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Other.Same(loadSame(image, at + 1));
      default -> new Other.Other_();
    };
  }
}
