package golden.dependents.paint.colours.palette;

import dev.switchblade.abi.Generated;
import golden.dependents.paint.base.numbers.Ratio;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record mix}. */
@Generated("interface paint:colours/palette")
@NullMarked
public record Mix(Colour left, Colour right, Ratio share) {
  /** Refuses null. */
  public Mix {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(share, "share");
  }
}
