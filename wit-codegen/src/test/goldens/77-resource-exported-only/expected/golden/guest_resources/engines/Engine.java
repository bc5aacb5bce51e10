package golden.guest_resources.engines;

import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code resource engine}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:guest-resources/engines")
@NullMarked
public final class Engine implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Engine(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]engine.start}. */
  public Result<@Nullable Void, String> start() {
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      EnginesCodec.lendEngine(arguments, 0, this);
      call.invoke();
      return call.result().getResult(0, 4, null, ImageReader::getString);
    }
  }

  /**
   * {@code [method]engine.rpm}.
   *
   * @return unsigned
   */
  public int rpm() {
    try (Call call = this.exports.func(2).begin()) {
      ImageWriter arguments = call.arguments();
      EnginesCodec.lendEngine(arguments, 0, this);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "engine: " + resource;
  }
}
