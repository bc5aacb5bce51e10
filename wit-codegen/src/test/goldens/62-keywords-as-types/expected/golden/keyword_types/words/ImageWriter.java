package golden.keyword_types.words;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record image-writer}.
 *
 * @param values the values
 */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record ImageWriter(byte[] values) {
  /** Refuses null. */
  public ImageWriter {
    Objects.requireNonNull(values, "values");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImageWriter that
        && Contents.equal(this.values, that.values);
  }

  @Override
  public int hashCode() {
    return Contents.hash(values);
  }

  @Override
  public String toString() {
    return "ImageWriter[values=" + Contents.text(values) + "]";
  }
}
