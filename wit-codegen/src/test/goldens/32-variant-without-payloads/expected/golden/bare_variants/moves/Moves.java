package golden.bare_variants.moves;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.bare_variants.Compass;
import golden.bare_variants.moves.abi.CodecOfMoves;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** All the same to the machine as an enum, but not to Java: a case may get a payload later. */
@Generated("interface golden:bare-variants/moves")
@NullMarked
public final class Moves {
  private final Func turn;
  private final Func stay;

  private Moves(Exports exports) {
    this.turn = exports.func(0);
    this.stay = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Compass} hands it out. */
  public static Moves of(Exports exports) {
    return new Moves(exports);
  }

  /** {@code turn}. */
  public Direction turn(Direction from) {
    Objects.requireNonNull(from, "from");
    try (Call call = this.turn.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfMoves.storeDirection(arguments, 0, from);
      call.invoke();
      return CodecOfMoves.loadDirection(call.result(), 0);
    }
  }

  /** {@code stay}. */
  public Only stay(Only at) {
    Objects.requireNonNull(at, "at");
    try (Call call = this.stay.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfMoves.storeOnly(arguments, 0, at);
      call.invoke();
      return CodecOfMoves.loadOnly(call.result(), 0);
    }
  }
}
