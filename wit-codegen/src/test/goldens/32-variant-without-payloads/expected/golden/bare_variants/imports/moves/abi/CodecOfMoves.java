package golden.bare_variants.imports.moves.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:bare-variants/moves} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:bare-variants/moves")
@NullMarked
public final class CodecOfMoves {
  /** {@code turn}. */
  public static final WitType.Function TURN = func(
      golden.bare_variants.moves.abi.CodecOfMoves.DIRECTION,
      param("from", golden.bare_variants.moves.abi.CodecOfMoves.DIRECTION));

  /** {@code stay}. */
  public static final WitType.Function STAY = func(
      golden.bare_variants.moves.abi.CodecOfMoves.ONLY,
      param("at", golden.bare_variants.moves.abi.CodecOfMoves.ONLY));

  private CodecOfMoves() {}
}
