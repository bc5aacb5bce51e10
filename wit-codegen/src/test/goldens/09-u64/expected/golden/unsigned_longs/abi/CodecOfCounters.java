package golden.unsigned_longs.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:unsigned-longs counters} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:unsigned-longs counters")
@NullMarked
public final class CodecOfCounters {
  /** {@code increase}. */
  public static final WitType.Function INCREASE = func(U64, param("count", U64), param("by", U64));

  private CodecOfCounters() {}
}
