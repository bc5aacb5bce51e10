package golden.namesakes.account;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageWriter;
import golden.namesakes.Bank;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:namesakes/account}. */
@Generated("interface golden:namesakes/account")
@NullMarked
public final class AccountFunctions {
  private final Func newAccount;
  private final Func merge;

  private AccountFunctions(Exports exports) {
    this.newAccount = exports.func(0);
    this.merge = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Bank} hands it out. */
  public static AccountFunctions of(Exports exports) {
    return new AccountFunctions(exports);
  }

  /** {@code [constructor]account}. */
  public Account newAccount(String account) {
    Objects.requireNonNull(account, "account");
    try (Call call = this.newAccount.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, account);
      call.invoke();
      return new Account(call.result(), 0);
    }
  }

  /**
   * {@code merge}.
   *
   * @param other is given away
   */
  public Account merge(Account account, Account other) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(other, "other");
    try (Call call = this.merge.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, account);
      GuestHandles.putOwn(arguments, 4, other);
      call.invoke();
      return new Account(call.result(), 0);
    }
  }
}
