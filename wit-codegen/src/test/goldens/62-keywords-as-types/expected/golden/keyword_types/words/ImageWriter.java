package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** {@code record image-writer}. */
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
        && Arrays.equals(this.values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(this.values);
  }

  @Override
  public String toString() {
    return "ImageWriter[values=" + Arrays.toString(this.values) + "]";
  }
}
