package golden.lists_of_everything.lists;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code variant shape}. */
@Generated("interface golden:lists-of-everything/lists")
@NullMarked
public sealed interface Shape {
  /** {@code dot}. */
  record Dot() implements Shape {}

  /** {@code circle}. */
  record Circle(float value) implements Shape {}
}
