package golden.imports_only.args.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:imports-only/args} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:imports-only/args")
@NullMarked
public final class CodecOfArgs {
  /** {@code all}. */
  public static final WitType.Function ALL = func(list(STRING));

  private CodecOfArgs() {}
}
