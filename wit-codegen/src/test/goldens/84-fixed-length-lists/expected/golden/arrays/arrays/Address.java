package golden.arrays.arrays;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record address}.
 *
 * @param octets the octets
 * @param names the names
 */
@Generated("interface golden:arrays/arrays")
@NullMarked
public record Address(byte[] octets, List<String> names) {
  /** Refuses null. */
  public Address {
    Objects.requireNonNull(octets, "octets");
    Objects.requireNonNull(names, "names");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Address that
        && Contents.equal(this.octets, that.octets)
        && Contents.equal(this.names, that.names);
  }

  @Override
  public int hashCode() {
    return Contents.hash(octets, names);
  }

  @Override
  public String toString() {
    return "Address[octets=" + Contents.text(octets)
        + ", names=" + Contents.text(names) + "]";
  }
}
