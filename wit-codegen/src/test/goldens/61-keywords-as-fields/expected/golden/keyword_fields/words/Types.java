package golden.keyword_fields.words;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record types}.
 *
 * @param string the string
 * @param object the object, 0 to 255
 * @param list the list
 * @param optional the optional
 * @param integer the integer
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
        && Contents.equal(this.string, that.string)
        && Contents.equal(this.object, that.object)
        && Contents.equal(this.list, that.list)
        && Contents.equal(this.optional, that.optional)
        && Contents.equal(this.integer, that.integer);
  }

  @Override
  public int hashCode() {
    return Contents.hash(string, object, list, optional, integer);
  }

  @Override
  public String toString() {
    return "Types[string=" + Contents.text(string)
        + ", object=" + Contents.text(object)
        + ", list=" + Contents.text(list)
        + ", optional=" + Contents.text(optional)
        + ", integer=" + Contents.text(integer) + "]";
  }
}
