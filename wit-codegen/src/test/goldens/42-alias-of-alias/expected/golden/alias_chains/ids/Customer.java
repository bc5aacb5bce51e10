package golden.alias_chains.ids;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record customer}.
 *
 * @param key the key, unsigned
 * @param friends the friends
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
        && Contents.equal(this.key, that.key)
        && Contents.equal(this.friends, that.friends);
  }

  @Override
  public int hashCode() {
    return Contents.hash(key, friends);
  }

  @Override
  public String toString() {
    return "Customer[key=" + Contents.text(key)
        + ", friends=" + Contents.text(friends) + "]";
  }
}
