package golden.guest_resources.engines;

import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
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
public final class Engine extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Engine(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]engine.start}. */
  public Result<@Nullable Void, String> start() {
    try (Call call = GuestHandles.func(this, 1).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
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
    try (Call call = GuestHandles.func(this, 2).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
