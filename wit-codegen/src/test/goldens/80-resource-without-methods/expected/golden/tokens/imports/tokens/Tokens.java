package golden.tokens.imports.tokens;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import golden.tokens.imports.tokens.abi.CodecOfTokens;
import java.util.function.Function;
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

  /** Defines {@code golden:tokens/tokens} in a linker. */
  static void addTo(Linker linker, Tokens implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:tokens/tokens} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Tokens> implementation) {
    LinkerInstance instance = linker.instance("golden:tokens/tokens");
    instance.resource("token", CodecOfTokens.TOKEN);
    instance.funcOverImages(
        "issue",
        CodecOfTokens.ISSUE,
        (arguments, result) -> result.putOwn(
            0, CodecOfTokens.TOKEN, implementation.apply(arguments.config()).issue()));
    instance.funcOverImages(
        "accept",
        CodecOfTokens.ACCEPT,
        (arguments, result) -> result.putBool(
            0,
            implementation.apply(arguments.config()).accept(
                arguments.getBorrow(0, CodecOfTokens.TOKEN))));
    instance.funcOverImages(
        "revoke",
        CodecOfTokens.REVOKE,
        (arguments, result) -> implementation.apply(arguments.config()).revoke(
            arguments.getOwn(0, CodecOfTokens.TOKEN)));
  }
}
