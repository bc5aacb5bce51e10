package golden.imports_only.console.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:imports-only/console} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:imports-only/console")
@NullMarked
public final class CodecOfConsole {
  /** {@code print}. */
  public static final WitType.Function PRINT = func(null, param("line", STRING));

  private CodecOfConsole() {}
}
