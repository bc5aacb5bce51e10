package golden.tokens.tokens;

import dev.switchblade.Resource;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
import org.jspecify.annotations.NullMarked;

/**
 * Opaque: there is nothing to ask it.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:tokens/tokens")
@NullMarked
public final class Token extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Token(ImageReader image, long at) {
    super(image, at);
  }
}
