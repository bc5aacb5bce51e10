package golden.keyword_types.words;

import dev.switchblade.abi.Generated;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** {@code record image-reader}. */
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
        && Arrays.equals(this.values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(this.values);
  }

  @Override
  public String toString() {
    return "ImageReader[values=" + Arrays.toString(this.values) + "]";
  }
}
