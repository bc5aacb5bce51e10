package golden.short_names.i;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant v}. */
@Generated("interface golden:short-names/i")
@NullMarked
public sealed interface V {
  /** {@code a}. */
  record A() implements V {}

  /** {@code b}. */
  record B(R value) implements V {
    /** Refuses null. */
    public B {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code v}. */
  record V_(E1 value) implements V {
    /** Refuses null. */
    public V_ {
      Objects.requireNonNull(value, "value");
    }
  }
}
