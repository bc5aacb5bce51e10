package golden.keyword_fields.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record methods}.
 *
 * @param getClass_ 0 to 255
 * @param hashCode_ unsigned
 * @param clone_ 0 to 255
 * @param finalize_ 0 to 65535
 * @param notify_ unsigned
 * @param notifyAll_ unsigned
 */
@Generated("interface golden:keyword-fields/words")
@NullMarked
public record Methods(int getClass_, int hashCode_, String toString_, boolean equals, int clone_,
    int finalize_, int notify_, long notifyAll_, float wait_) {
  /** Refuses null. */
  public Methods {
    Objects.requireNonNull(toString_, "toString_");
  }
}
