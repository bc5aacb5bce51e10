package golden.records.shapes;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * A point in the plane.
 *
 * @param x To the right.
 * @param y Upwards.
 */
@Generated("interface golden:records/shapes")
@NullMarked
public record Point(int x, int y) {}
