package golden.signed_ints.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:signed-ints balances} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:signed-ints balances")
@NullMarked
public final class CodecOfBalances {
  /** {@code add}. */
  public static final WitType.Function ADD = func(S32, param("left", S32), param("right", S32));

  private CodecOfBalances() {}
}
