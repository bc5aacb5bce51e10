package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record void}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Void_(String name) {
  /** Refuses null. */
  public Void_ {
    Objects.requireNonNull(name, "name");
  }
}
