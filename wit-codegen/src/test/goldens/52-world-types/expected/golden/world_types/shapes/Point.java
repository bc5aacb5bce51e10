package golden.world_types.shapes;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code record point}. */
@Generated("interface golden:world-types/shapes")
@NullMarked
public record Point(float x, float y) {}
