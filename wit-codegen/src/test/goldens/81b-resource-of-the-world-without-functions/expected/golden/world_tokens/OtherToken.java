package golden.world_tokens;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource other-token}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("world golden:world-tokens pass-on")
@NullMarked
public interface OtherToken {}
