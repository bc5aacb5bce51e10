package golden.hostile_resources.hostile;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource object}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public final class Object_ implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Object_(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]object.text}. */
  public String text() {
    try (Call call = this.exports.func(16).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendObject_(arguments, 0, this);
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
    return "object: " + resource;
  }
}
