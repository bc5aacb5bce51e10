package golden.instances.instance.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:instances/instance} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:instances/instance")
@NullMarked
public final class CodecOfInstance {
  /** {@code run}. */
  public static final WitType.Function RUN = func(U32);

  private CodecOfInstance() {}
}
