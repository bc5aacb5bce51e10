package golden.keyword_types.words;

import dev.switchblade.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant list}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public sealed interface List {
  /** {@code nothing}. */
  record Nothing() implements List {}

  /** {@code some}. */
  record Some(java.util.List<String> value) implements List {
    /** Refuses null. */
    public Some {
      Objects.requireNonNull(value, "value");
    }
  }
}
