package golden.tokens.imports.tokens.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.HostResource;
import dev.switchblade.wit.WitType;
import golden.tokens.imports.tokens.Token;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:tokens/tokens} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:tokens/tokens")
@NullMarked
public final class CodecOfTokens {
  /** {@code resource token}. */
  public static final HostResource<Token> TOKEN = HostResource.of(Token.class);

  /** {@code issue}. */
  public static final WitType.Function ISSUE = func(own("golden:tokens/tokens", "token"));

  /** {@code accept}. */
  public static final WitType.Function ACCEPT = func(
      BOOL, param("token", borrow("golden:tokens/tokens", "token")));

  /** {@code revoke}. */
  public static final WitType.Function REVOKE = func(
      null, param("token", own("golden:tokens/tokens", "token")));

  private CodecOfTokens() {}
}
