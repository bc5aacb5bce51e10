package golden.world_types;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant stroke}. */
@Generated("world golden:world-types canvas")
@NullMarked
public sealed interface Stroke {
  /** {@code none}. */
  record None() implements Stroke {}

  /** {@code plain}. */
  record Plain(Style value) implements Stroke {
    /** Refuses null. */
    public Plain {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code wide}. */
  record Wide(Tuple2<Style, Float> value) implements Stroke {
    /** Refuses null. */
    public Wide {
      Objects.requireNonNull(value, "value");
    }
  }
}
