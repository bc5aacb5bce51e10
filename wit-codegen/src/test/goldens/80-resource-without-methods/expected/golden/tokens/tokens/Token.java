package golden.tokens.tokens;

import dev.switchblade.Resource;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Opaque: there is nothing to ask it.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:tokens/tokens")
@NullMarked
public final class Token implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Token(Exports exports, Resource resource) {
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
    return "token: " + resource;
  }
}
