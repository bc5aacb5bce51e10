package golden.dependents.paint.base.numbers;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record ratio}.
 *
 * @param numerator the numerator, unsigned
 * @param denominator the denominator, unsigned
 */
@Generated("interface paint:base/numbers")
@NullMarked
public record Ratio(int numerator, int denominator) {}
