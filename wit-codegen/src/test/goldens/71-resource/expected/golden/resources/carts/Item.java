package golden.resources.carts;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record item}.
 *
 * @param cents unsigned
 */
@Generated("interface golden:resources/carts")
@NullMarked
public record Item(String sku, long cents) {
  /** Refuses null. */
  public Item {
    Objects.requireNonNull(sku, "sku");
  }
}
