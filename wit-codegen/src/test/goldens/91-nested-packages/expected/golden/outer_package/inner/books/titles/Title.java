package golden.outer_package.inner.books.titles;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record title}.
 *
 * @param pages unsigned
 */
@Generated("interface inner:books/titles@1.0.0")
@NullMarked
public record Title(String text, int pages) {
  /** Refuses null. */
  public Title {
    Objects.requireNonNull(text, "text");
  }
}
