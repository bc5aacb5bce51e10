package golden.signed_bytes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:signed-bytes temperatures} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:signed-bytes temperatures")
@NullMarked
public final class CodecOfTemperatures {
  /** {@code warmer}. */
  public static final WitType.Function WARMER = func(S8, param("degrees", S8), param("by", S8));

  private CodecOfTemperatures() {}
}
