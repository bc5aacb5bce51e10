package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record system}.
 *
 * @param exit 0 to 255
 */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record System(int exit) {}
