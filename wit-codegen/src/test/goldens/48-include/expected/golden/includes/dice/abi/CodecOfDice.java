package golden.includes.dice.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:includes/dice} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:includes/dice")
@NullMarked
public final class CodecOfDice {
  /** {@code roll}. */
  public static final WitType.Function ROLL = func(U32, param("sides", U32));

  private CodecOfDice() {}
}
