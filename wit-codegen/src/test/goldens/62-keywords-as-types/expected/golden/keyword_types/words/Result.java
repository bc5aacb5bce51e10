package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record result}. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record Result(dev.switchblade.Result<Integer, String> value) {
  /** Refuses null. */
  public Result {
    Objects.requireNonNull(value, "value");
  }
}
