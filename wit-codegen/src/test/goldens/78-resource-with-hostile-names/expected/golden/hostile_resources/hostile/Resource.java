package golden.hostile_resources.hostile;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource resource}.
 *
 * <p>A handle of a resource in the component, used as {@link dev.switchblade.Resource} says.
 * Passing it where the component takes it as its own gives it away.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public final class Resource extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Resource(ImageReader image, long at) {
    super(image, at);
  }
}
