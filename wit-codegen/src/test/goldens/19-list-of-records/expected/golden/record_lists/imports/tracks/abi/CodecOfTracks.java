package golden.record_lists.imports.tracks.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:record-lists/tracks} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:record-lists/tracks")
@NullMarked
public final class CodecOfTracks {
  /** {@code simplify}. */
  public static final WitType.Function SIMPLIFY = func(
      list(golden.record_lists.tracks.abi.CodecOfTracks.POSITION),
      param("track", list(golden.record_lists.tracks.abi.CodecOfTracks.POSITION)));

  private CodecOfTracks() {}
}
