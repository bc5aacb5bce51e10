package golden.nested_variants.expressions;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant literal}. */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public sealed interface Literal {
  /** {@code whole}. */
  record Whole(long value) implements Literal {}

  /** {@code real}. */
  record Real(double value) implements Literal {}

  /** {@code text}. */
  record Text(String value) implements Literal {
    /** Refuses null. */
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }
}
