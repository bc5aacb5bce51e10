package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record call}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Call(String name) {
  /** Refuses null. */
  public Call {
    Objects.requireNonNull(name, "name");
  }
}
