package golden.imports_only.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:imports-only program} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:imports-only program")
@NullMarked
public final class CodecOfProgram {
  /** {@code exit}. */
  public static final WitType.Function EXIT = func(null, param("code", U8));

  private CodecOfProgram() {}
}
