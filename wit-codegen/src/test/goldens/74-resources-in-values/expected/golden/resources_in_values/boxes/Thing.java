package golden.resources_in_values.boxes;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
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
public final class Thing extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Thing(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]thing.label}. */
  public String label() {
    try (Call call = GuestHandles.func(this, 1).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getString(0);
    }
  }
}
