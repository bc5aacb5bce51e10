package golden.arrays.arrays;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** {@code record address}. */
@Generated("interface golden:arrays/arrays")
@NullMarked
public record Address(byte[] octets, List<String> names) {
  /** Refuses null; copies lists, maps and sets. */
  public Address {
    Objects.requireNonNull(octets, "octets");
    names = Immutable.copyOf(names, "names");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Address that
        && Arrays.equals(this.octets, that.octets)
        && this.names.equals(that.names);
  }

  @Override
  public int hashCode() {
    int hash = Arrays.hashCode(this.octets);
    hash = 31 * hash + this.names.hashCode();
    return hash;
  }

  @Override
  public String toString() {
    return "Address[octets=" + Arrays.toString(this.octets)
        + ", names=" + this.names + "]";
  }
}
