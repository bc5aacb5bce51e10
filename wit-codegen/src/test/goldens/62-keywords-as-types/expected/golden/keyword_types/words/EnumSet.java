package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** {@code record enum-set}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record EnumSet(Optional<Integer> none) {
  /** Refuses null. */
  public EnumSet {
    Objects.requireNonNull(none, "none");
  }
}
