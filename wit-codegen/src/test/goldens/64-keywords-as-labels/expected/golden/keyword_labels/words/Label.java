package golden.keyword_labels.words;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum label}. */
@Generated("interface golden:keyword-labels/words")
@NullMarked
public enum Label {
  /** {@code class}. */
  CLASS,

  /** {@code int}. */
  INT,

  /** {@code name}. */
  NAME,

  /** {@code ordinal}. */
  ORDINAL,

  /** {@code values}. */
  VALUES,

  /** {@code value-of}. */
  VALUE_OF,

  /** {@code default}. */
  DEFAULT,

  /** {@code true}. */
  TRUE,

  /** {@code null}. */
  NULL,

  /** {@code label}. */
  LABEL
}
