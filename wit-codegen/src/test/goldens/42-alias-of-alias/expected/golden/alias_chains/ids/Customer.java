package golden.alias_chains.ids;

import dev.switchblade.abi.Generated;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record customer}.
 *
 * @param key unsigned
 */
@Generated("interface golden:alias-chains/ids")
@NullMarked
public record Customer(long key, long[] friends) {
  /** Refuses null. */
  public Customer {
    Objects.requireNonNull(friends, "friends");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Customer that
        && this.key == that.key
        && Arrays.equals(this.friends, that.friends);
  }

  @Override
  public int hashCode() {
    int hash = Long.hashCode(this.key);
    hash = 31 * hash + Arrays.hashCode(this.friends);
    return hash;
  }

  @Override
  public String toString() {
    return "Customer[key=" + this.key
        + ", friends=" + Arrays.toString(this.friends) + "]";
  }
}
