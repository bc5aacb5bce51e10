package golden.nested_variants.expressions;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant operand}. */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public sealed interface Operand {
  /** {@code literal}. */
  record Literal(golden.nested_variants.expressions.Literal value) implements Operand {
    /** Refuses null. */
    public Literal {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code name}. */
  record Name(String value) implements Operand {
    /** Refuses null. */
    public Name {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code none}. */
  record None() implements Operand {}
}
