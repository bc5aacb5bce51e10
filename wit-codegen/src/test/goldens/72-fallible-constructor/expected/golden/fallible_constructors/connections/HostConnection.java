package golden.fallible_constructors.connections;

import dev.switchblade.Result;
import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource connection}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public interface HostConnection {
  /** {@code [method]connection.send}. */
  Result<Integer, Refusal> send(byte[] data);
}
