package golden.resources_in_values.boxes;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant delivery}. */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public sealed interface HostDelivery {
  /** {@code nothing}. */
  record Nothing() implements HostDelivery {}

  /** {@code one}. */
  record One(HostThing value) implements HostDelivery {
    /** Refuses null. */
    public One {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code many}. */
  record Many(List<HostThing> value) implements HostDelivery {
    /** Refuses null; copies lists, maps and sets. */
    public Many {
      value = Immutable.copyOf(value, "value");
    }
  }

  /** {@code labelled}. */
  record Labelled(Tuple2<String, HostThing> value) implements HostDelivery {
    /** Refuses null. */
    public Labelled {
      Objects.requireNonNull(value, "value");
    }
  }
}
