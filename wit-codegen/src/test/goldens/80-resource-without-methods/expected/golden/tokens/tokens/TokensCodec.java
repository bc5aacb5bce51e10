package golden.tokens.tokens;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:tokens/tokens} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:tokens/tokens")
@NullMarked
public final class TokensCodec {
  /** {@code issue}. */
  public static final WitType.Function ISSUE = func(own("golden:tokens/tokens", "token"));

  /** {@code accept}. */
  public static final WitType.Function ACCEPT = func(
      BOOL, param("token", borrow("golden:tokens/tokens", "token")));

  /** {@code revoke}. */
  public static final WitType.Function REVOKE = func(
      null, param("token", own("golden:tokens/tokens", "token")));

  private TokensCodec() {}

  /** Writes a handle of {@code token}. */
  public static void storeToken(ImageWriter image, long at, Token value) {
    image.putOwn(at, value.resource);
  }

  /** Lends a handle of {@code token} for a call. */
  public static void lendToken(ImageWriter image, long at, Token value) {
    image.putBorrow(at, value.resource);
  }

  /** Reads a handle of {@code token}. */
  public static Token loadToken(ImageReader image, long at) {
    return new Token(image.exports(), image.getOwn(at));
  }
}
