package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record component}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Component(String name) {
  /** Refuses null. */
  public Component {
    Objects.requireNonNull(name, "name");
  }
}
