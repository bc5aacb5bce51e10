package golden.namesakes.account;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.namesakes.account.abi.CodecOfAccount;
import golden.namesakes.account.abi.CodecOfHostAccount;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:namesakes/account}. */
@Generated("interface golden:namesakes/account")
@NullMarked
public interface HostAccountFunctions {
  /** {@code [constructor]account}. */
  HostAccount newAccount(String account);

  /** {@code merge}. */
  HostAccount merge(HostAccount account, HostAccount other);

  /** Defines {@code golden:namesakes/account} in a linker. */
  static void addTo(Linker linker, HostAccountFunctions implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:namesakes/account} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostAccountFunctions> implementation) {
    LinkerInstance instance = linker.instance("golden:namesakes/account");
    instance.resource("account", CodecOfHostAccount.ACCOUNT);
    instance.funcOverImages(
        "[constructor]account",
        CodecOfAccount.NEW_ACCOUNT,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostAccount.ACCOUNT,
            implementation.apply(arguments.config()).newAccount(arguments.getString(0))));
    instance.funcOverImages(
        "[method]account.owner",
        CodecOfAccount.ACCOUNT_OWNER,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, CodecOfHostAccount.ACCOUNT).owner()));
    instance.funcOverImages(
        "merge",
        CodecOfAccount.MERGE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostAccount.ACCOUNT,
            implementation.apply(arguments.config()).merge(
                arguments.getBorrow(0, CodecOfHostAccount.ACCOUNT),
                arguments.getOwn(4, CodecOfHostAccount.ACCOUNT))));
  }
}
