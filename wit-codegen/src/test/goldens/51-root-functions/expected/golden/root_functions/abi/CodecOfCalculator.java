package golden.root_functions.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:root-functions calculator} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:root-functions calculator")
@NullMarked
public final class CodecOfCalculator {
  /** {@code add}. */
  public static final WitType.Function ADD = func(F64, param("left", F64), param("right", F64));

  /** {@code name}. */
  public static final WitType.Function NAME = func(STRING);

  private CodecOfCalculator() {}
}
