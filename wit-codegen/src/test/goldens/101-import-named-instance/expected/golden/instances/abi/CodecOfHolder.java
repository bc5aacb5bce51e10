package golden.instances.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.instances.Token;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:instances holder} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:instances holder")
@NullMarked
public final class CodecOfHolder {
  /** {@code resource token}. */
  public static final HostResource<Token> TOKEN = HostResource.of(Token.class);

  /** {@code [method]token.value}. */
  public static final WitType.Function TOKEN_VALUE = func(
      U32, param("self", borrow("", "token")), param("arguments", U32));

  /** {@code spend}. */
  public static final WitType.Function SPEND = func(null, param("token", borrow("", "token")));

  private CodecOfHolder() {}
}
