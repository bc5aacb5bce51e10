package golden.deprecations.shop;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code variant payment}.
 *
 * @deprecated since version 1.8.0
 */
@Deprecated
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public sealed interface Payment {
  /** {@code cash}. */
  record Cash() implements Payment {}

  /** {@code card}. */
  record Card(String value) implements Payment {
    /** Refuses null. */
    public Card {
      Objects.requireNonNull(value, "value");
    }
  }
}
