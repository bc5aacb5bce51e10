package golden.keyword_fields.words;

import dev.switchblade.abi.Generated;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record types}.
 *
 * @param object 0 to 255
 */
@Generated("interface golden:keyword-fields/words")
@NullMarked
public record Types(String string, int object, int[] list, Optional<String> optional, int integer) {
  /** Refuses null. */
  public Types {
    Objects.requireNonNull(string, "string");
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(optional, "optional");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Types that
        && this.string.equals(that.string)
        && this.object == that.object
        && Arrays.equals(this.list, that.list)
        && this.optional.equals(that.optional)
        && this.integer == that.integer;
  }

  @Override
  public int hashCode() {
    int hash = this.string.hashCode();
    hash = 31 * hash + Integer.hashCode(this.object);
    hash = 31 * hash + Arrays.hashCode(this.list);
    hash = 31 * hash + this.optional.hashCode();
    hash = 31 * hash + Integer.hashCode(this.integer);
    return hash;
  }

  @Override
  public String toString() {
    return "Types[string=" + this.string
        + ", object=" + this.object
        + ", list=" + Arrays.toString(this.list)
        + ", optional=" + this.optional
        + ", integer=" + this.integer + "]";
  }
}
