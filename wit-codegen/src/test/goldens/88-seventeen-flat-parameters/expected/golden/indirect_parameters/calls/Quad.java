package golden.indirect_parameters.calls;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record quad}.
 *
 * @param a unsigned
 */
@Generated("interface golden:indirect-parameters/calls")
@NullMarked
public record Quad(long a, float b, String c) {
  /** Refuses null. */
  public Quad {
    Objects.requireNonNull(c, "c");
  }
}
