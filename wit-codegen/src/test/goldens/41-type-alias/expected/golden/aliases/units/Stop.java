package golden.aliases.units;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record stop}. */
@Generated("interface golden:aliases/units")
@NullMarked
public record Stop(String name, double at) {
  /** Refuses null. */
  public Stop {
    Objects.requireNonNull(name, "name");
  }
}
