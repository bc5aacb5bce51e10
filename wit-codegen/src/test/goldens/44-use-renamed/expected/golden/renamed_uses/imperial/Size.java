package golden.renamed_uses.imperial;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code record size}. */
@Generated("interface golden:renamed-uses/imperial")
@NullMarked
public record Size(double feet) {}
