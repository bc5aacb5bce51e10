package golden.keyword_types.words;

import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record generated}. */
@dev.switchblade.abi.Generated("interface golden:keyword-types/words")
@NullMarked
public record Generated(String by) {
  /** Refuses null. */
  public Generated {
    Objects.requireNonNull(by, "by");
  }
}
