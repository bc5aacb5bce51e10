package golden.escaped_names.use;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** {@code variant variant}. */
@Generated("interface golden:escaped-names/use")
@NullMarked
public sealed interface Variant {
  /** {@code option}. */
  record Option(Optional<String> value) implements Variant {
    /** Refuses null. */
    public Option {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code own}. */
  record Own() implements Variant {}

  /**
   * {@code borrow}.
   *
   * @param value 0 to 255
   */
  record Borrow(int value) implements Variant {}
}
