package golden.includes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:includes game} travel, and what its functions are: for generated
 * code.
 */
@Generated("world golden:includes game")
@NullMarked
public final class CodecOfGame {
  /** {@code shuffle}. */
  public static final WitType.Function SHUFFLE = func(list(U8), param("cards", list(U8)));

  private CodecOfGame() {}
}
