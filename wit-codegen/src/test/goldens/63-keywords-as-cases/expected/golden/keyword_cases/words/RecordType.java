package golden.keyword_cases.words;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record record-type}. */
@Generated("interface golden:keyword-cases/words")
@NullMarked
public record RecordType(String text) {
  /** Refuses null. */
  public RecordType {
    Objects.requireNonNull(text, "text");
  }
}
