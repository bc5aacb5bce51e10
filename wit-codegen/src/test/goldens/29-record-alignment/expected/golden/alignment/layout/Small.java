package golden.alignment.layout;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record small}.
 *
 * @param first 0 to 255
 * @param second 0 to 65535
 */
@Generated("interface golden:alignment/layout")
@NullMarked
public record Small(int first, int second) {}
