package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record tuple-n}.
 *
 * @param first 0 to 255
 * @param second 0 to 255
 */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record TupleN(int first, int second) {}
