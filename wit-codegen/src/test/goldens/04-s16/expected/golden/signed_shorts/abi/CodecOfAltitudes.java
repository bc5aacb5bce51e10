package golden.signed_shorts.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:signed-shorts altitudes} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:signed-shorts altitudes")
@NullMarked
public final class CodecOfAltitudes {
  /** {@code climb}. */
  public static final WitType.Function CLIMB = func(S16, param("metres", S16));

  private CodecOfAltitudes() {}
}
