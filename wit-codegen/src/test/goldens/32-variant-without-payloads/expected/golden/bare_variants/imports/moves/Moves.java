package golden.bare_variants.imports.moves;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.bare_variants.moves.Direction;
import golden.bare_variants.moves.Only;
import org.jspecify.annotations.NullMarked;

/** All the same to the machine as an enum, but not to Java: a case may get a payload later. */
@Generated("interface golden:bare-variants/moves")
@NullMarked
public interface Moves {
  /** {@code turn}. */
  Direction turn(Direction from);

  /** {@code stay}. */
  Only stay(Only at);

  /**
   * Defines {@code golden:bare-variants/moves} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Moves implementation) {
    LinkerInstance instance = linker.instance("golden:bare-variants/moves");
    instance.funcOverImages(
        "turn",
        MovesCodec.TURN,
        (arguments, result) -> golden.bare_variants.moves.MovesCodec.storeDirection(
            result,
            0,
            implementation.turn(
                golden.bare_variants.moves.MovesCodec.loadDirection(arguments, 0))));
    instance.funcOverImages(
        "stay",
        MovesCodec.STAY,
        (arguments, result) -> golden.bare_variants.moves.MovesCodec.storeOnly(
            result,
            0,
            implementation.stay(golden.bare_variants.moves.MovesCodec.loadOnly(arguments, 0))));
  }
}
