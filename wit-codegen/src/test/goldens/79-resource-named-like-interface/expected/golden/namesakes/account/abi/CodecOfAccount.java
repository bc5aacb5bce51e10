package golden.namesakes.account.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:namesakes/account} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:namesakes/account")
@NullMarked
public final class CodecOfAccount {
  /** {@code [constructor]account}. */
  public static final WitType.Function NEW_ACCOUNT = func(
      own("golden:namesakes/account", "account"), param("account", STRING));

  /** {@code [method]account.owner}. */
  public static final WitType.Function ACCOUNT_OWNER = func(
      STRING, param("self", borrow("golden:namesakes/account", "account")));

  /** {@code merge}. */
  public static final WitType.Function MERGE = func(
      own("golden:namesakes/account", "account"),
      param("account", borrow("golden:namesakes/account", "account")),
      param("other", own("golden:namesakes/account", "account")));

  private CodecOfAccount() {}
}
