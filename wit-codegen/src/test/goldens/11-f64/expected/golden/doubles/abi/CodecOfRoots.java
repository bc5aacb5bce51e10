package golden.doubles.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:doubles roots} travel, and what its functions are: for generated
 * code.
 */
@Generated("world golden:doubles roots")
@NullMarked
public final class CodecOfRoots {
  /** {@code square-root}. */
  public static final WitType.Function SQUARE_ROOT = func(F64, param("of", F64));

  private CodecOfRoots() {}
}
