package golden.thrown_errors.tills;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record bill}.
 *
 * @param number unsigned
 */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public record Bill(int number) {}
