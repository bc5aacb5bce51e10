package golden.namesakes.account;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource account}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:namesakes/account")
@NullMarked
public final class Account implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Account(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]account.owner}. */
  public String owner() {
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      AccountCodec.lendAccount(arguments, 0, this);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "account: " + resource;
  }
}
