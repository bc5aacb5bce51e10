package public_.interface_.native_.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;
import public_.interface_.native_.RecordInNative;

/**
 * How the types of {@code public:interface/native} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface public:interface/native")
@NullMarked
public final class CodecOfNative {
  /** {@code record-in-native}. */
  public static final WitType RECORD_IN_NATIVE = record(field("text", STRING));

  /** {@code run}. */
  public static final WitType.Function RUN = func(null, param("value", RECORD_IN_NATIVE));

  private CodecOfNative() {}

  /** Writes a value of {@code record-in-native}. */
  public static void storeRecordInNative(ImageWriter image, long at, RecordInNative value) {
    image.putString(at, value.text());
  }

  /** Reads a value of {@code record-in-native}. */
  public static RecordInNative loadRecordInNative(ImageReader image, long at) {
    return new RecordInNative(image.getString(at));
  }
}
