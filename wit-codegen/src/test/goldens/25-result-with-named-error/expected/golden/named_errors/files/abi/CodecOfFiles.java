package golden.named_errors.files.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.named_errors.files.Failure;
import golden.named_errors.files.Reason;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:named-errors/files} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:named-errors/files")
@NullMarked
public final class CodecOfFiles {
  /** {@code reason}. */
  public static final WitType REASON = enumeration("missing", "forbidden", "busy");

  private static final Reason[] REASON_LABELS = Reason.values();

  /** {@code failure}. */
  public static final WitType FAILURE = variant(of("system", REASON), of("content", STRING));

  /** {@code read}. */
  public static final WitType.Function READ = func(
      result(list(U8), FAILURE), param("path", STRING));

  /** {@code remove}. */
  public static final WitType.Function REMOVE = func(result(null, REASON), param("path", STRING));

  private CodecOfFiles() {}

  /** Writes a value of {@code reason}. */
  public static void storeReason(ImageWriter image, long at, Reason value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code reason}. */
  public static Reason loadReason(ImageReader image, long at) {
    return REASON_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code failure}. */
  public static void storeFailure(ImageWriter image, long at, Failure value) {
    switch (value) {
      case Failure.System(var it) -> {
        image.putDiscriminant(at, 0, 1);
        storeReason(image, at + 4, it);
      }
      case Failure.Content(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putString(at + 4, it);
      }
    }
  }

  /** Reads a value of {@code failure}. */
  public static Failure loadFailure(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Failure.System(loadReason(image, at + 4));
      default -> new Failure.Content(image.getString(at + 4));
    };
  }
}
