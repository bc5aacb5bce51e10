package public_.interface_.native_;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record record-in-native}. */
@Generated("interface public:interface/native")
@NullMarked
public record RecordInNative(String text) {
  /** Refuses null. */
  public RecordInNative {
    Objects.requireNonNull(text, "text");
  }
}
