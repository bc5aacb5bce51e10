package golden.variables.given;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record diff}.
 *
 * @param other unsigned
 * @param at 0 to 255
 */
@Generated("interface golden:variables/given")
@NullMarked
public record Diff(byte[] bytes, int other, short[] that, String image, int at,
    Optional<byte[]> value) {
  /** Refuses null. */
  public Diff {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(that, "that");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Diff that
        && Arrays.equals(this.bytes, that.bytes)
        && this.other == that.other
        && Arrays.equals(this.that, that.that)
        && this.image.equals(that.image)
        && this.at == that.at
        && Contents.equal(this.value, that.value);
  }

  @Override
  public int hashCode() {
    int hash = Arrays.hashCode(this.bytes);
    hash = 31 * hash + Integer.hashCode(this.other);
    hash = 31 * hash + Arrays.hashCode(this.that);
    hash = 31 * hash + this.image.hashCode();
    hash = 31 * hash + Integer.hashCode(this.at);
    hash = 31 * hash + Contents.hash(this.value);
    return hash;
  }

  @Override
  public String toString() {
    return "Diff[bytes=" + Arrays.toString(this.bytes)
        + ", other=" + this.other
        + ", that=" + Arrays.toString(this.that)
        + ", image=" + this.image
        + ", at=" + this.at
        + ", value=" + Contents.text(this.value) + "]";
  }
}
