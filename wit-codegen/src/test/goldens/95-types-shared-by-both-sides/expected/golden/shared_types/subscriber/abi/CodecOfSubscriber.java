package golden.shared_types.subscriber.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.shared_types.types.abi.CodecOfTypes;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-types/subscriber} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-types/subscriber")
@NullMarked
public final class CodecOfSubscriber {
  /** {@code receive}. */
  public static final WitType.Function RECEIVE = func(
      list(CodecOfTypes.MESSAGE), param("message", CodecOfTypes.MESSAGE));

  private CodecOfSubscriber() {}
}
