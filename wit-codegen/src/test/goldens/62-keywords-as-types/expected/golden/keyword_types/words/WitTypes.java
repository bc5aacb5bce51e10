package golden.keyword_types.words;

import dev.switchblade.Generated;
import dev.switchblade.Immutable;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** {@code record wit-types}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record WitTypes(List<String> values) {
  /** Refuses null; copies lists, maps and sets. */
  public WitTypes {
    values = Immutable.copyOf(values, "values");
  }
}
