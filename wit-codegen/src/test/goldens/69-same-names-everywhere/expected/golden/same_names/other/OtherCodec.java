package golden.same_names.other;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.same_names.same.SameCodec;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:same-names/other} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:same-names/other")
@NullMarked
public final class OtherCodec {
  /** {@code other}. */
  public static final WitType OTHER = record(
      field("same", SameCodec.SAME), field("other", SameCodec.OTHER));

  /** {@code same-again}. */
  public static final WitType.Function SAME_AGAIN = func(
      OTHER, param("same", SameCodec.SAME), param("other", OTHER));

  private OtherCodec() {}

  /** Writes a value of {@code other}. */
  public static void storeOther(ImageWriter image, long at, Other value) {
    SameCodec.storeSame(image, at, value.same());
    SameCodec.storeOther(image, at + 1, value.other());
  }

  /** Reads a value of {@code other}. */
  public static Other loadOther(ImageReader image, long at) {
    return new Other(
        SameCodec.loadSame(image, at),
        SameCodec.loadOther(image, at + 1));
  }
}
