package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record class}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Class(String name) {
  /** Refuses null. */
  public Class {
    Objects.requireNonNull(name, "name");
  }
}
