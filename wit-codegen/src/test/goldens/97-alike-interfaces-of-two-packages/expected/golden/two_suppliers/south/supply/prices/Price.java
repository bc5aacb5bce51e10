package golden.two_suppliers.south.supply.prices;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record price}.
 *
 * @param cents unsigned
 */
@Generated("interface south:supply/prices")
@NullMarked
public record Price(int cents, String currency) {
  /** Refuses null. */
  public Price {
    Objects.requireNonNull(currency, "currency");
  }
}
