package golden.thrown_errors.types;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Why a payment was declined. */
@Generated("interface golden:thrown-errors/types")
@NullMarked
public sealed interface Declined {
  /**
   * {@code limit}.
   *
   * @param value unsigned
   */
  record Limit(long value) implements Declined {}

  /** {@code empty}. */
  record Empty(String value) implements Declined {
    /** Refuses null. */
    public Empty {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code unknown}. */
  record Unknown() implements Declined {}
}
