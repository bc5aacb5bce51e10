package golden.namesakes.account;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:namesakes/account} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:namesakes/account")
@NullMarked
public final class AccountCodec {
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

  private AccountCodec() {}

  /** Writes a handle of {@code account}. */
  public static void storeAccount(ImageWriter image, long at, Account value) {
    image.putOwn(at, value.resource);
  }

  /** Lends a handle of {@code account} for a call. */
  public static void lendAccount(ImageWriter image, long at, Account value) {
    image.putBorrow(at, value.resource);
  }

  /** Reads a handle of {@code account}. */
  public static Account loadAccount(ImageReader image, long at) {
    return new Account(image.exports(), image.getOwn(at));
  }
}
