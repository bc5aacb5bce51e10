package golden.record_lists.tracks.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.record_lists.tracks.Position;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:record-lists/tracks} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:record-lists/tracks")
@NullMarked
public final class CodecOfTracks {
  /** {@code position}. */
  public static final WitType POSITION = record(
      field("longitude", F64), field("latitude", F64), field("label", option(STRING)));

  /** {@code simplify}. */
  public static final WitType.Function SIMPLIFY = func(
      list(POSITION), param("track", list(POSITION)));

  private CodecOfTracks() {}

  /** Writes a value of {@code position}. */
  public static void storePosition(ImageWriter image, long at, Position value) {
    image.putDouble(at, value.longitude());
    image.putDouble(at + 8, value.latitude());
    image.putOption(at + 16, value.label(), 4, ImageWriter::putString);
  }

  /** Reads a value of {@code position}. */
  public static Position loadPosition(ImageReader image, long at) {
    return new Position(
        image.getDouble(at),
        image.getDouble(at + 8),
        image.getOption(at + 16, 4, ImageReader::getString));
  }
}
