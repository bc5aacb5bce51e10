package golden.resources_in_values.boxes;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource thing}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public interface HostThing {
  /** {@code [method]thing.label}. */
  String label();
}
