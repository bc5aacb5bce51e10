package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import org.jspecify.annotations.NullMarked;

/** {@code variant list}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public sealed interface List {
  /** {@code nothing}. */
  record Nothing() implements List {}

  /** {@code some}. */
  record Some(java.util.List<String> value) implements List {
    /** Refuses null; copies lists, maps and sets. */
    public Some {
      value = Immutable.copyOf(value, "value");
    }
  }
}
