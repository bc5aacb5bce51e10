package golden.vocabulary.types;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** {@code variant shape}. */
@Generated("interface golden:vocabulary/types")
@NullMarked
public sealed interface Shape {
  /** {@code circle}. */
  record Circle(double value) implements Shape {}

  /** {@code square}. */
  record Square(double value) implements Shape {}

  /** {@code polygon}. */
  record Polygon(List<Point> value) implements Shape {
    /** Refuses null; copies lists, maps and sets. */
    public Polygon {
      value = Immutable.copyOf(value, "value");
    }
  }
}
