package golden.resources_in_values.boxes;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource thing}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public final class Thing implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Thing(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]thing.label}. */
  public String label() {
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      BoxesCodec.lendThing(arguments, 0, this);
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
    return "thing: " + resource;
  }
}
