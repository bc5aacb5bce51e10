package golden.dependents.paint.base.numbers;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record ratio}.
 *
 * @param numerator unsigned
 * @param denominator unsigned
 */
@Generated("interface paint:base/numbers")
@NullMarked
public record Ratio(int numerator, int denominator) {}
