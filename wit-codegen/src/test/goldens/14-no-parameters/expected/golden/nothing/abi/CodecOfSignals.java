package golden.nothing.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nothing signals} travel, and what its functions are: for generated
 * code.
 */
@Generated("world golden:nothing signals")
@NullMarked
public final class CodecOfSignals {
  /** {@code ping}. */
  public static final WitType.Function PING = func(null);

  /** {@code seed}. */
  public static final WitType.Function SEED = func(U64);

  /** {@code record-sample}. */
  public static final WitType.Function RECORD_SAMPLE = func(null, param("value", F32));

  private CodecOfSignals() {}
}
