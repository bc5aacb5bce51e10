package golden.shared_types.broker.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.shared_types.types.abi.CodecOfTypes;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-types/broker} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-types/broker")
@NullMarked
public final class CodecOfBroker {
  /** {@code publish}. */
  public static final WitType.Function PUBLISH = func(BOOL, param("message", CodecOfTypes.MESSAGE));

  private CodecOfBroker() {}
}
