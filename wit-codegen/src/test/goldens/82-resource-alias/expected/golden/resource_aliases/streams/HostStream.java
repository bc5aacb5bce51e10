package golden.resource_aliases.streams;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource stream}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:resource-aliases/streams")
@NullMarked
public interface HostStream {
  /** {@code [method]stream.read}. */
  byte[] read();
}
