package golden.resources.carts;

import dev.switchblade.abi.Generated;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * What somebody is about to buy.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:resources/carts")
@NullMarked
public interface HostCart {
  /** Puts an item into it. */
  void add(Item item);

  /**
   * What all of it costs, in cents.
   *
   * @return unsigned
   */
  long total();

  /** {@code [method]cart.items}. */
  List<Item> items();

  /** The static functions of {@code cart}. */
  interface Statics {
    /**
     * How many carts one may have.
     *
     * @return unsigned
     */
    int limit();

    /** Another cart, with what is in both. */
    HostCart merge(HostCart left, HostCart right);
  }
}
