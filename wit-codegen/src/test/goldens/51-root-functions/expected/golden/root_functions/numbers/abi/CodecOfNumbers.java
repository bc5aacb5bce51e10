package golden.root_functions.numbers.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:root-functions/numbers} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:root-functions/numbers")
@NullMarked
public final class CodecOfNumbers {
  /** {@code is-prime}. */
  public static final WitType.Function IS_PRIME = func(BOOL, param("number", U64));

  private CodecOfNumbers() {}
}
