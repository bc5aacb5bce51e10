package golden.nested_variants.expressions;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record binary}. */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public record Binary(Operand left, Operand right) {
  /** Refuses null. */
  public Binary {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
  }
}
