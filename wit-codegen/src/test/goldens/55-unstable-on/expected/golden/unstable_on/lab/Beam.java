package golden.unstable_on.lab;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code record beam}. */
@Generated("interface golden:unstable-on/lab@0.1.0")
@NullMarked
public record Beam(double watts) {}
