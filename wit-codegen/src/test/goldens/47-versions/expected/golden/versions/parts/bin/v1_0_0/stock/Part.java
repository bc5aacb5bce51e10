package golden.versions.parts.bin.v1_0_0.stock;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record part}.
 *
 * @param number unsigned
 */
@Generated("interface parts:bin/stock@1.0.0")
@NullMarked
public record Part(int number) {}
