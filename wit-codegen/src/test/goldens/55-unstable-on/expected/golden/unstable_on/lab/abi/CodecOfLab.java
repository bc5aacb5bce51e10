package golden.unstable_on.lab.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.unstable_on.lab.Beam;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:unstable-on/lab@0.1.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:unstable-on/lab@0.1.0")
@NullMarked
public final class CodecOfLab {
  /** {@code beam}. */
  public static final WitType BEAM = record(field("watts", F64));

  /** {@code measure}. */
  public static final WitType.Function MEASURE = func(F32);

  /** {@code fire}. */
  public static final WitType.Function FIRE = func(BOOL, param("beam", BEAM));

  private CodecOfLab() {}

  /** Writes a value of {@code beam}. */
  public static void storeBeam(ImageWriter image, long at, Beam value) {
    image.putDouble(at, value.watts());
  }

  /** Reads a value of {@code beam}. */
  public static Beam loadBeam(ImageReader image, long at) {
    return new Beam(image.getDouble(at));
  }
}
