package golden.gates.features;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum level}. */
@Generated("interface golden:gates/features@1.2.0")
@NullMarked
public enum Level {
  /** {@code low}. */
  LOW,

  /** {@code high}. */
  HIGH
}
