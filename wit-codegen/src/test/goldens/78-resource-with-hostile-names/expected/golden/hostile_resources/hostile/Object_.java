package golden.hostile_resources.hostile;

import dev.switchblade.Call;
import dev.switchblade.Generated;
import dev.switchblade.GuestHandles;
import dev.switchblade.GuestResource;
import dev.switchblade.ImageReader;
import dev.switchblade.ImageWriter;
import dev.switchblade.Resource;
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
