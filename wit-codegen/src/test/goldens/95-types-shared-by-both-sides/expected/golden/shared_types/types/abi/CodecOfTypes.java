package golden.shared_types.types.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.shared_types.types.Message;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-types/types} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-types/types")
@NullMarked
public final class CodecOfTypes {
  /** {@code message}. */
  public static final WitType MESSAGE = record(field("topic", STRING), field("body", list(U8)));

  private CodecOfTypes() {}

  /** Writes a value of {@code message}. */
  public static void storeMessage(ImageWriter image, long at, Message value) {
    image.putString(at, value.topic());
    image.putBytes(at + 8, value.body());
  }

  /** Reads a value of {@code message}. */
  public static Message loadMessage(ImageReader image, long at) {
    return new Message(
        image.getString(at),
        image.getBytes(at + 8));
  }
}
