package golden.hostile_resources.hostile;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource object}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public interface HostObject_ {
  /** {@code [method]object.text}. */
  String text();
}
