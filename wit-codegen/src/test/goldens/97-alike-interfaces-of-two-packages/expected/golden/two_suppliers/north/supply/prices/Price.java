package golden.two_suppliers.north.supply.prices;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record price}.
 *
 * @param cents unsigned
 */
@Generated("interface north:supply/prices")
@NullMarked
public record Price(long cents) {}
