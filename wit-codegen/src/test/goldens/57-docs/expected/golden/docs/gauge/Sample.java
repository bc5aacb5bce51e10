package golden.docs.gauge;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * What was measured.
 * <ul>
 * <li>one
 * <li>two
 * </ul>
 *
 * @param at When, in seconds since midnight. (unsigned)
 * @param value How much.
 */
@Generated("interface golden:docs/gauge")
@NullMarked
public record Sample(int at, double value) {}
