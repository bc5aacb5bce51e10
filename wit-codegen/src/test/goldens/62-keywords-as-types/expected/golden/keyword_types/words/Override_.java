package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code record override}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Override_(boolean it) {}
