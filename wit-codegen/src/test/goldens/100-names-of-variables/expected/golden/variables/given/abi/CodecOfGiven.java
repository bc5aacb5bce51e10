package golden.variables.given.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.variables.given.Diff;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:variables/given} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:variables/given")
@NullMarked
public final class CodecOfGiven {
  /** {@code diff}. */
  public static final WitType DIFF = record(
      field("bytes", list(U8)),
      field("other", U32),
      field("that", list(U16)),
      field("image", STRING),
      field("at", U8),
      field("value", option(list(U8))));

  /** {@code compare}. */
  public static final WitType.Function COMPARE = func(
      list(U8),
      param("other", DIFF),
      param("call", list(U8)),
      param("arguments", list(U32)),
      param("visitor", list(U8)),
      param("result", U8),
      param("image", list(list(STRING))));

  /** {@code compress-in-place}. */
  public static final WitType.Function COMPRESS_IN_PLACE = func(list(U8), param("bytes", list(U8)));

  /** {@code compress}. */
  public static final WitType.Function COMPRESS = func(list(U8), param("bytes", list(U8)));

  private CodecOfGiven() {}

  /** Writes a value of {@code diff}. */
  public static void storeDiff(ImageWriter image, long at, Diff value) {
    image.putBytes(at, value.bytes());
    image.putInt(at + 8, value.other());
    image.putShorts(at + 12, value.that());
    image.putString(at + 20, value.image());
    image.putU8(at + 28, value.at());
    image.putOption(
        at + 32, value.value(), 4, (image1, at1, value1) -> image1.putBytes(at1, value1));
  }

  /** Reads a value of {@code diff}. */
  public static Diff loadDiff(ImageReader image, long at) {
    return new Diff(
        image.getBytes(at),
        image.getInt(at + 8),
        image.getShorts(at + 12),
        image.getString(at + 20),
        image.getU8(at + 28),
        image.getOption(at + 32, 4, (image1, at1) -> image1.getBytes(at1)));
  }
}
