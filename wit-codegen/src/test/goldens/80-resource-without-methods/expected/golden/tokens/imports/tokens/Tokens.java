package golden.tokens.imports.tokens;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:tokens/tokens}. */
@Generated("interface golden:tokens/tokens")
@NullMarked
public interface Tokens {
  /** {@code issue}. */
  Token issue();

  /** {@code accept}. */
  boolean accept(Token token);

  /** {@code revoke}. */
  void revoke(Token token);

  /**
   * Defines {@code golden:tokens/tokens} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Tokens implementation) {
    LinkerInstance instance = linker.instance("golden:tokens/tokens");
    instance.resource("token", TokensCodec.TOKEN);
    instance.funcOverImages(
        "issue",
        TokensCodec.ISSUE,
        (arguments, result) -> result.putOwn(0, TokensCodec.TOKEN, implementation.issue()));
    instance.funcOverImages(
        "accept",
        TokensCodec.ACCEPT,
        (arguments, result) -> result.putBool(
            0, implementation.accept(arguments.getBorrow(0, TokensCodec.TOKEN))));
    instance.funcOverImages(
        "revoke",
        TokensCodec.REVOKE,
        (arguments, result) -> implementation.revoke(arguments.getOwn(0, TokensCodec.TOKEN)));
  }
}
