package golden.instances;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource token}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("world golden:instances holder")
@NullMarked
public interface Token {
  /**
   * {@code [method]token.value}.
   *
   * @param arguments unsigned
   * @return unsigned
   */
  int value(int arguments);
}
