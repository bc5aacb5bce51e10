package golden.keyword_labels.words;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags flag}. */
@Generated("interface golden:keyword-labels/words")
@NullMarked
public enum Flag {
  /** {@code class}. */
  CLASS,

  /** {@code none}. */
  NONE,

  /** {@code all}. */
  ALL,

  /** {@code of}. */
  OF,

  /** {@code values}. */
  VALUES,

  /** {@code flag}. */
  FLAG
}
