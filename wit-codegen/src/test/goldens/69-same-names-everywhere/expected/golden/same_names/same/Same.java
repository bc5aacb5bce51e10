package golden.same_names.same;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record same}.
 *
 * @param same 0 to 255
 */
@Generated("interface golden:same-names/same")
@NullMarked
public record Same(int same) {}
