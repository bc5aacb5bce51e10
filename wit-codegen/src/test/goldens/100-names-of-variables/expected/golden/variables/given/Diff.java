package golden.variables.given;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record diff}.
 *
 * @param bytes the bytes
 * @param other the other, unsigned
 * @param that the that
 * @param image the image
 * @param at the at, 0 to 255
 * @param value the value
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
        && Contents.equal(this.bytes, that.bytes)
        && Contents.equal(this.other, that.other)
        && Contents.equal(this.that, that.that)
        && Contents.equal(this.image, that.image)
        && Contents.equal(this.at, that.at)
        && Contents.equal(this.value, that.value);
  }

  @Override
  public int hashCode() {
    return Contents.hash(bytes, other, that, image, at, value);
  }

  @Override
  public String toString() {
    return "Diff[bytes=" + Contents.text(bytes)
        + ", other=" + Contents.text(other)
        + ", that=" + Contents.text(that)
        + ", image=" + Contents.text(image)
        + ", at=" + Contents.text(at)
        + ", value=" + Contents.text(value) + "]";
  }
}
