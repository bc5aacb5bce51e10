package golden.tokens.tokens;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageWriter;
import golden.tokens.Gate;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:tokens/tokens}. */
@Generated("interface golden:tokens/tokens")
@NullMarked
public final class Tokens {
  private final Func issue;
  private final Func accept;
  private final Func revoke;

  private Tokens(Exports exports) {
    this.issue = exports.func(0);
    this.accept = exports.func(1);
    this.revoke = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Gate} hands it out. */
  public static Tokens of(Exports exports) {
    return new Tokens(exports);
  }

  /** {@code issue}. */
  public Token issue() {
    try (Call call = this.issue.begin()) {
      call.invoke();
      return new Token(call.result(), 0);
    }
  }

  /** {@code accept}. */
  public boolean accept(Token token) {
    Objects.requireNonNull(token, "token");
    try (Call call = this.accept.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, token);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /**
   * {@code revoke}.
   *
   * @param token is given away
   */
  public void revoke(Token token) {
    Objects.requireNonNull(token, "token");
    try (Call call = this.revoke.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putOwn(arguments, 0, token);
      call.invoke();
    }
  }
}
