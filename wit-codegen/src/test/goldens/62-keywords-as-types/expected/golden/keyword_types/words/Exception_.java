package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record exception}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Exception_(String message) {
  /** Refuses null. */
  public Exception_ {
    Objects.requireNonNull(message, "message");
  }
}
