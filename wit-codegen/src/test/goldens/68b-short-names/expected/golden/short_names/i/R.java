package golden.short_names.i;

import dev.switchblade.Generated;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code record r}. */
@Generated("interface golden:short-names/i")
@NullMarked
public record R(E e, EnumSet<F> f) {
  /** Refuses null. */
  public R {
    Objects.requireNonNull(e, "e");
    Objects.requireNonNull(f, "f");
  }
}
