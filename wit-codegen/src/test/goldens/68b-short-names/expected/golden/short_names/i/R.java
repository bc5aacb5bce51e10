package golden.short_names.i;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** {@code record r}. */
@Generated("interface golden:short-names/i")
@NullMarked
public record R(E e, Set<F> f) {
  /** Refuses null; copies lists, maps and sets. */
  public R {
    Objects.requireNonNull(e, "e");
    f = Immutable.copyOf(f, "f");
  }
}
