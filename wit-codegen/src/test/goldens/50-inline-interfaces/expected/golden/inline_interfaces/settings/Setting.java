package golden.inline_interfaces.settings;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** {@code record setting}. */
@Generated("interface settings")
@NullMarked
public record Setting(String key, Optional<String> value) {
  /** Refuses null. */
  public Setting {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }
}
