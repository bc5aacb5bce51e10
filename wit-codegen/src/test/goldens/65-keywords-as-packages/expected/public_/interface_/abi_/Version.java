package public_.interface_.abi_;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record version}.
 *
 * @param major unsigned
 */
@Generated("interface public:interface/abi")
@NullMarked
public record Version(int major) {}
