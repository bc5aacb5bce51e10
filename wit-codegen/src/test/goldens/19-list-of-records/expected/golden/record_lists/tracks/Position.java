package golden.record_lists.tracks;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** {@code record position}. */
@Generated("interface golden:record-lists/tracks")
@NullMarked
public record Position(double longitude, double latitude, Optional<String> label) {
  /** Refuses null. */
  public Position {
    Objects.requireNonNull(label, "label");
  }
}
