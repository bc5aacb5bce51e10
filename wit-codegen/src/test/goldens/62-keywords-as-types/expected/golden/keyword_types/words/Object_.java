package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record object}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Object_(String string) {
  /** Refuses null. */
  public Object_ {
    Objects.requireNonNull(string, "string");
  }
}
