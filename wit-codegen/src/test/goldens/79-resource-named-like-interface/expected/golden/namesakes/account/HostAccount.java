package golden.namesakes.account;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource account}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:namesakes/account")
@NullMarked
public interface HostAccount {
  /** {@code [method]account.owner}. */
  String owner();
}
