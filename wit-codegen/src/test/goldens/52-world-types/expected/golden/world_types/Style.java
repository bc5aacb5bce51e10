package golden.world_types;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum style}. */
@Generated("world golden:world-types canvas")
@NullMarked
public enum Style {
  /** {@code solid}. */
  SOLID,

  /** {@code dotted}. */
  DOTTED
}
