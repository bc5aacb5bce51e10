package golden.signed_longs.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:signed-longs instants} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:signed-longs instants")
@NullMarked
public final class CodecOfInstants {
  /** {@code shift}. */
  public static final WitType.Function SHIFT = func(S64, param("nanoseconds", S64));

  private CodecOfInstants() {}
}
