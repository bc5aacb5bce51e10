package golden.dependents.paint.colours.palette;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record colour}.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
@Generated("interface paint:colours/palette")
@NullMarked
public record Colour(int red, int green, int blue) {}
