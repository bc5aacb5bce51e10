package golden.fallible_constructors.connections;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:fallible-constructors/connections} travel, and what its functions
 * are: for generated code.
 */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public final class ConnectionsCodec {
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

  private ConnectionsCodec() {}

  /** Writes a value of {@code refusal}. */
  public static void storeRefusal(ImageWriter image, long at, Refusal value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code refusal}. */
  public static Refusal loadRefusal(ImageReader image, long at) {
    return REFUSAL_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a handle of {@code connection}. */
  public static void storeConnection(ImageWriter image, long at, Connection value) {
    image.putOwn(at, value.resource);
  }

  /** Lends a handle of {@code connection} for a call. */
  public static void lendConnection(ImageWriter image, long at, Connection value) {
    image.putBorrow(at, value.resource);
  }

  /** Reads a handle of {@code connection}. */
  public static Connection loadConnection(ImageReader image, long at) {
    return new Connection(image.exports(), image.getOwn(at));
  }
}
