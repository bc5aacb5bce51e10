package golden.keyword_types.words;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record image-reader}.
 *
 * @param values the values
 */
@Generated("interface golden:keyword-types/words")
@NullMarked
public record ImageReader(byte[] values) {
  /** Refuses null. */
  public ImageReader {
    Objects.requireNonNull(values, "values");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImageReader that
        && Contents.equal(this.values, that.values);
  }

  @Override
  public int hashCode() {
    return Contents.hash(values);
  }

  @Override
  public String toString() {
    return "ImageReader[values=" + Contents.text(values) + "]";
  }
}
