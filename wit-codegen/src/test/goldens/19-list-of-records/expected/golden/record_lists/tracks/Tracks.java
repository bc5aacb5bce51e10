package golden.record_lists.tracks;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.record_lists.Maps;
import golden.record_lists.tracks.abi.CodecOfTracks;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:record-lists/tracks}. */
@Generated("interface golden:record-lists/tracks")
@NullMarked
public final class Tracks {
  private final Func simplify;

  private Tracks(Exports exports) {
    this.simplify = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Maps} hands it out. */
  public static Tracks of(Exports exports) {
    return new Tracks(exports);
  }

  /** {@code simplify}. */
  public List<Position> simplify(List<Position> track) {
    Objects.requireNonNull(track, "track");
    try (Call call = this.simplify.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, track, 32, 8, CodecOfTracks::storePosition);
      call.invoke();
      return call.result().getList(0, 32, CodecOfTracks::loadPosition);
    }
  }
}
