package golden.keyword_fields.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record methods}.
 *
 * @param getClass_ the get class, 0 to 255
 * @param hashCode_ the hash code, unsigned
 * @param toString_ the to string
 * @param equals the equals
 * @param clone_ the clone, 0 to 255
 * @param finalize_ the finalize, 0 to 65535
 * @param notify_ the notify, unsigned
 * @param notifyAll_ the notify all, unsigned
 * @param wait_ the wait
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
