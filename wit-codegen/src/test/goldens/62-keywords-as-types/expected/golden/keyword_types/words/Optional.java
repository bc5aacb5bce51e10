package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags optional}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public enum Optional {
  /** {@code left}. */
  LEFT,

  /** {@code right}. */
  RIGHT
}
