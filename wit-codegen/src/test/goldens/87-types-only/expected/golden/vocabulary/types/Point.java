package golden.vocabulary.types;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code record point}. */
@Generated("interface golden:vocabulary/types")
@NullMarked
public record Point(double x, double y) {}
