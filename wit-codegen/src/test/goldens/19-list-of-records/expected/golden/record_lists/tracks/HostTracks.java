package golden.record_lists.tracks;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.record_lists.tracks.abi.CodecOfTracks;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:record-lists/tracks}. */
@Generated("interface golden:record-lists/tracks")
@NullMarked
public interface HostTracks {
  /** {@code simplify}. */
  List<Position> simplify(List<Position> track);

  /** Defines {@code golden:record-lists/tracks} in a linker. */
  static void addTo(Linker linker, HostTracks implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:record-lists/tracks} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostTracks> implementation) {
    LinkerInstance instance = linker.instance("golden:record-lists/tracks");
    instance.funcOverImages(
        "simplify",
        CodecOfTracks.SIMPLIFY,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).simplify(
                arguments.getList(0, 32, CodecOfTracks::loadPosition)),
            32,
            8,
            CodecOfTracks::storePosition));
  }
}
