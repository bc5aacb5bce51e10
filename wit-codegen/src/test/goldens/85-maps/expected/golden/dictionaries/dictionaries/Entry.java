package golden.dictionaries.dictionaries;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record entry}.
 *
 * @param text the text
 * @param times the times, unsigned
 */
@Generated("interface golden:dictionaries/dictionaries")
@NullMarked
public record Entry(String text, int times) {
  /** Refuses null. */
  public Entry {
    Objects.requireNonNull(text, "text");
  }
}
