package golden.dictionaries.dictionaries;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record entry}.
 *
 * @param times unsigned
 */
@Generated("interface golden:dictionaries/dictionaries")
@NullMarked
public record Entry(String text, int times) {
  /** Refuses null. */
  public Entry {
    Objects.requireNonNull(text, "text");
  }
}
