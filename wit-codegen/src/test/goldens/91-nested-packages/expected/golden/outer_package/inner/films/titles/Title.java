package golden.outer_package.inner.films.titles;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record title}.
 *
 * @param minutes 0 to 65535
 */
@Generated("interface inner:films/titles")
@NullMarked
public record Title(String text, int minutes) {
  /** Refuses null. */
  public Title {
    Objects.requireNonNull(text, "text");
  }
}
