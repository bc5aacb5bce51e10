package golden.tokens.tokens.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:tokens/tokens} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:tokens/tokens")
@NullMarked
public final class CodecOfTokens {
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
