package golden.hostile_resources.hostile;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
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
public final class Object_ extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Object_(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]object.text}. */
  public String text() {
    try (Call call = GuestHandles.func(this, 16).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getString(0);
    }
  }
}
