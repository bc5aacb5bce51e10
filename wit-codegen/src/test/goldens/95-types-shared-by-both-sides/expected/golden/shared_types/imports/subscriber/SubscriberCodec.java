package golden.shared_types.imports.subscriber;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.shared_types.types.TypesCodec;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-types/subscriber} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-types/subscriber")
@NullMarked
public final class SubscriberCodec {
  /** {@code receive}. */
  public static final WitType.Function RECEIVE = func(
      list(TypesCodec.MESSAGE), param("message", TypesCodec.MESSAGE));

  private SubscriberCodec() {}
}
