package golden.world_types;

import dev.switchblade.abi.Generated;
import golden.world_types.shapes.Point;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record line}. */
@Generated("world golden:world-types canvas")
@NullMarked
public record Line(Point from, Point to) {
  /** Refuses null. */
  public Line {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
