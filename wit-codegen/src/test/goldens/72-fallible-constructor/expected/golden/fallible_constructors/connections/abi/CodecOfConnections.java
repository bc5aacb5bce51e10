package golden.fallible_constructors.connections.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.fallible_constructors.connections.Refusal;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:fallible-constructors/connections} travel, and what its functions
 * are: for generated code.
 */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public final class CodecOfConnections {
  /** {@code refusal}. */
  public static final WitType REFUSAL = enumeration("unknown-host", "timeout");

  private static final Refusal[] REFUSAL_LABELS = Refusal.values();

  /** {@code [constructor]connection}. */
  public static final WitType.Function NEW_CONNECTION = func(
      result(own("golden:fallible-constructors/connections", "connection"), REFUSAL),
      param("host", STRING),
      param("port", U16));

  /** {@code [method]connection.send}. */
  public static final WitType.Function CONNECTION_SEND = func(
      result(U32, REFUSAL),
      param("self", borrow("golden:fallible-constructors/connections", "connection")),
      param("data", list(U8)));

  private CodecOfConnections() {}

  /** Writes a value of {@code refusal}. */
  public static void storeRefusal(ImageWriter image, long at, Refusal value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code refusal}. */
  public static Refusal loadRefusal(ImageReader image, long at) {
    return REFUSAL_LABELS[image.getDiscriminant(at, 1)];
  }
}
