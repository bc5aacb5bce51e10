package golden.renamed_uses.metric;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code record size}. */
@Generated("interface golden:renamed-uses/metric")
@NullMarked
public record Size(double metres) {}
