package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record string}.
 *
 * @param length unsigned
 */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record String_(String text, int length) {
  /** Refuses null. */
  public String_ {
    Objects.requireNonNull(text, "text");
  }
}
