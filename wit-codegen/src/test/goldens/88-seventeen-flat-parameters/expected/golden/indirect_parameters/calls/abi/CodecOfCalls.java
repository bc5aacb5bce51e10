package golden.indirect_parameters.calls.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.indirect_parameters.calls.Quad;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:indirect-parameters/calls} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:indirect-parameters/calls")
@NullMarked
public final class CodecOfCalls {
  /** {@code quad}. */
  public static final WitType QUAD = record(field("a", U64), field("b", F32), field("c", STRING));

  /** {@code sixteen}. */
  public static final WitType.Function SIXTEEN = func(
      QUAD, param("a", QUAD), param("b", QUAD), param("c", QUAD), param("d", QUAD));

  /** {@code seventeen}. */
  public static final WitType.Function SEVENTEEN = func(
      QUAD, param("a", QUAD), param("b", QUAD), param("c", QUAD), param("d", QUAD), param("e", U8));

  private CodecOfCalls() {}

  /** Writes a value of {@code quad}. */
  public static void storeQuad(ImageWriter image, long at, Quad value) {
    image.putLong(at, value.a());
    image.putFloat(at + 8, value.b());
    image.putString(at + 12, value.c());
  }

  /** Reads a value of {@code quad}. */
  public static Quad loadQuad(ImageReader image, long at) {
    return new Quad(
        image.getLong(at),
        image.getFloat(at + 8),
        image.getString(at + 12));
  }
}
