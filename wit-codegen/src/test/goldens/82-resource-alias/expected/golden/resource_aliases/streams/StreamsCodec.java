package golden.resource_aliases.streams;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:resource-aliases/streams} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:resource-aliases/streams")
@NullMarked
public final class StreamsCodec {
  /** {@code [method]stream.read}. */
  public static final WitType.Function STREAM_READ = func(
      list(U8), param("self", borrow("golden:resource-aliases/streams", "stream")));

  /** {@code standard}. */
  public static final WitType.Function STANDARD = func(
      own("golden:resource-aliases/streams", "stream"));

  /** {@code copy}. */
  public static final WitType.Function COPY = func(
      U64, param("from", borrow("golden:resource-aliases/streams", "stream")));

  private StreamsCodec() {}

  /** Writes a handle of {@code stream}. */
  public static void storeStream(ImageWriter image, long at, Stream value) {
    image.putOwn(at, value.resource);
  }

  /** Lends a handle of {@code stream} for a call. */
  public static void lendStream(ImageWriter image, long at, Stream value) {
    image.putBorrow(at, value.resource);
  }

  /** Reads a handle of {@code stream}. */
  public static Stream loadStream(ImageReader image, long at) {
    return new Stream(image.exports(), image.getOwn(at));
  }
}
