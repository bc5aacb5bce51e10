package golden.bare_variants.moves;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code variant direction}. */
@Generated("interface golden:bare-variants/moves")
@NullMarked
public sealed interface Direction {
  /** {@code north}. */
  record North() implements Direction {}

  /** {@code east}. */
  record East() implements Direction {}

  /** {@code south}. */
  record South() implements Direction {}

  /** {@code west}. */
  record West() implements Direction {}
}
