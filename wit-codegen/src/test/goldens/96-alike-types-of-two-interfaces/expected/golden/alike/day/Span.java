package golden.alike.day;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record span}.
 *
 * @param count unsigned
 */
@Generated("interface golden:alike/day")
@NullMarked
public record Span(int count, Unit unit) {
  /** Refuses null. */
  public Span {
    Objects.requireNonNull(unit, "unit");
  }
}
