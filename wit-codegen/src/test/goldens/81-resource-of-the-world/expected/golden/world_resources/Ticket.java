package golden.world_resources;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource ticket}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("world golden:world-resources theatre")
@NullMarked
public interface Ticket {
  /**
   * {@code [method]ticket.seat}.
   *
   * @return unsigned
   */
  int seat();
}
