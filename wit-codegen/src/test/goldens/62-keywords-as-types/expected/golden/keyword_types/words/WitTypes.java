package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
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
