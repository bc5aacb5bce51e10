package golden.bare_variants.moves;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code variant only}. */
@Generated("interface golden:bare-variants/moves")
@NullMarked
public sealed interface Only {
  /** {@code one}. */
  record One() implements Only {}
}
