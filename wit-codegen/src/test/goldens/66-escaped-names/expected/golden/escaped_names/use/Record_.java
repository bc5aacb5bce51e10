package golden.escaped_names.use;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record record}.
 *
 * @param func unsigned
 */
@Generated("interface golden:escaped-names/use")
@NullMarked
public record Record_(int func, String type) {
  /** Refuses null. */
  public Record_ {
    Objects.requireNonNull(type, "type");
  }
}
