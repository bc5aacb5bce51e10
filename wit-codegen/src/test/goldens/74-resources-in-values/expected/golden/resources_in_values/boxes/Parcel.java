package golden.resources_in_values.boxes;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record parcel}.
 *
 * @param weight unsigned
 */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public record Parcel(Thing content, int weight) {
  /** Refuses null. */
  public Parcel {
    Objects.requireNonNull(content, "content");
  }
}
