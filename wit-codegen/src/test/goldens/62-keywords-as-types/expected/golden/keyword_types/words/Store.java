package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record store}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Store(String name) {
  /** Refuses null. */
  public Store {
    Objects.requireNonNull(name, "name");
  }
}
