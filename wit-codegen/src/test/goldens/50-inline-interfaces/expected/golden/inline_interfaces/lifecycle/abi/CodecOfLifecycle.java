package golden.inline_interfaces.lifecycle.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/** How the types of {@code lifecycle} travel, and what its functions are: for generated code. */
@Generated("interface lifecycle")
@NullMarked
public final class CodecOfLifecycle {
  /** {@code start}. */
  public static final WitType.Function START = func(null);

  private CodecOfLifecycle() {}
}
