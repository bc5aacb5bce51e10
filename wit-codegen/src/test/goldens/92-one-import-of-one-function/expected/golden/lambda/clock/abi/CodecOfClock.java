package golden.lambda.clock.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:lambda/clock} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:lambda/clock")
@NullMarked
public final class CodecOfClock {
  /** {@code now}. */
  public static final WitType.Function NOW = func(U64);

  private CodecOfClock() {}
}
