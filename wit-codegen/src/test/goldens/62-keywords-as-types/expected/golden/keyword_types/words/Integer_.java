package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum integer}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public enum Integer_ {
  /** {@code one}. */
  ONE,

  /** {@code two}. */
  TWO
}
