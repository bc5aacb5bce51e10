package golden.booleans.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:booleans switches} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:booleans switches")
@NullMarked
public final class CodecOfSwitches {
  /** {@code toggle}. */
  public static final WitType.Function TOGGLE = func(BOOL, param("on", BOOL));

  private CodecOfSwitches() {}
}
