package golden.hostile_resources.hostile;

import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource resource}.
 *
 * <p>A handle of a resource in the component, used as {@link dev.switchblade.Resource} says.
 * Passing it where the component takes it as its own gives it away.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public final class Resource implements AutoCloseable {
  private final Exports exports;

  final dev.switchblade.Resource resource;

  Resource(Exports exports, dev.switchblade.Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "resource: " + resource;
  }
}
