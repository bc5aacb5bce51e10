package golden.everything.things;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant size}. */
@Generated("interface golden:everything/things")
@NullMarked
public sealed interface Size {
  /** {@code unknown}. */
  record Unknown() implements Size {}

  /**
   * {@code exact}.
   *
   * @param value unsigned
   */
  record Exact(long value) implements Size {}

  /** {@code range}. */
  record Range(Tuple2<Long, Long> value) implements Size {
    /** Refuses null. */
    public Range {
      Objects.requireNonNull(value, "value");
    }
  }
}
