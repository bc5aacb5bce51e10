package golden.tokens.tokens;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Opaque: there is nothing to ask it.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:tokens/tokens")
@NullMarked
public interface HostToken {}
