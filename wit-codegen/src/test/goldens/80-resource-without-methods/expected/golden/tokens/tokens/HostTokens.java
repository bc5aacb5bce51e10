package golden.tokens.tokens;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.tokens.tokens.abi.CodecOfHostTokens;
import golden.tokens.tokens.abi.CodecOfTokens;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:tokens/tokens}. */
@Generated("interface golden:tokens/tokens")
@NullMarked
public interface HostTokens {
  /** {@code issue}. */
  HostToken issue();

  /** {@code accept}. */
  boolean accept(HostToken token);

  /** {@code revoke}. */
  void revoke(HostToken token);

  /** Defines {@code golden:tokens/tokens} in a linker. */
  static void addTo(Linker linker, HostTokens implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:tokens/tokens} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostTokens> implementation) {
    LinkerInstance instance = linker.instance("golden:tokens/tokens");
    instance.resource("token", CodecOfHostTokens.TOKEN);
    instance.funcOverImages(
        "issue",
        CodecOfTokens.ISSUE,
        (arguments, result) -> result.putOwn(
            0, CodecOfHostTokens.TOKEN, implementation.apply(arguments.config()).issue()));
    instance.funcOverImages(
        "accept",
        CodecOfTokens.ACCEPT,
        (arguments, result) -> result.putBool(
            0,
            implementation.apply(arguments.config()).accept(
                arguments.getBorrow(0, CodecOfHostTokens.TOKEN))));
    instance.funcOverImages(
        "revoke",
        CodecOfTokens.REVOKE,
        (arguments, result) -> implementation.apply(arguments.config()).revoke(
            arguments.getOwn(0, CodecOfHostTokens.TOKEN)));
  }
}
