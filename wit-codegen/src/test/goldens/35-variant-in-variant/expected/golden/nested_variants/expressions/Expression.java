package golden.nested_variants.expressions;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** {@code variant expression}. */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public sealed interface Expression {
  /** {@code operand}. */
  record Operand(golden.nested_variants.expressions.Operand value) implements Expression {
    /** Refuses null. */
    public Operand {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code sum}. */
  record Sum(Binary value) implements Expression {
    /** Refuses null. */
    public Sum {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code negated}. */
  record Negated(Optional<golden.nested_variants.expressions.Operand> value) implements Expression {
    /** Refuses null. */
    public Negated {
      Objects.requireNonNull(value, "value");
    }
  }
}
