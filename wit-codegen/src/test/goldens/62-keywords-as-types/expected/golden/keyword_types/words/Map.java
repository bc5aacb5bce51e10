package golden.keyword_types.words;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** {@code record map}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Map(List<Tuple2<String, Integer>> entries) {
  /** Refuses null; copies lists, maps and sets. */
  public Map {
    entries = Immutable.copyOf(entries, "entries");
  }
}
