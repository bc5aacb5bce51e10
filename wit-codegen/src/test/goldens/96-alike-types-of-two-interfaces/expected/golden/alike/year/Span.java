package golden.alike.year;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record span}.
 *
 * @param count unsigned
 */
@Generated("interface golden:alike/year")
@NullMarked
public record Span(long count, Unit unit) {
  /** Refuses null. */
  public Span {
    Objects.requireNonNull(unit, "unit");
  }
}
