package golden.versions.parts.bin.v2_0_0.stock;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record part}.
 *
 * @param number unsigned
 */
@Generated("interface parts:bin/stock@2.0.0")
@NullMarked
public record Part(long number, String label) {
  /** Refuses null. */
  public Part {
    Objects.requireNonNull(label, "label");
  }
}
