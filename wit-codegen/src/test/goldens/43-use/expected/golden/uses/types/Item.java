package golden.uses.types;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record item}.
 *
 * @param cents unsigned
 */
@Generated("interface golden:uses/types")
@NullMarked
public record Item(String sku, long cents) {
  /** Refuses null. */
  public Item {
    Objects.requireNonNull(sku, "sku");
  }
}
