package golden.bare_variants.moves;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.bare_variants.moves.abi.CodecOfMoves;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** All the same to the machine as an enum, but not to Java: a case may get a payload later. */
@Generated("interface golden:bare-variants/moves")
@NullMarked
public interface HostMoves {
  /** {@code turn}. */
  Direction turn(Direction from);

  /** {@code stay}. */
  Only stay(Only at);

  /** Defines {@code golden:bare-variants/moves} in a linker. */
  static void addTo(Linker linker, HostMoves implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:bare-variants/moves} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostMoves> implementation) {
    LinkerInstance instance = linker.instance("golden:bare-variants/moves");
    instance.funcOverImages(
        "turn",
        CodecOfMoves.TURN,
        (arguments, result) -> CodecOfMoves.storeDirection(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).turn(
                    CodecOfMoves.loadDirection(arguments, 0)))));
    instance.funcOverImages(
        "stay",
        CodecOfMoves.STAY,
        (arguments, result) -> CodecOfMoves.storeOnly(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).stay(
                    CodecOfMoves.loadOnly(arguments, 0)))));
  }
}
