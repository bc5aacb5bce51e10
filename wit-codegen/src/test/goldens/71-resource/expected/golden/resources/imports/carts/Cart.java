package golden.resources.imports.carts;

import dev.switchblade.abi.Generated;
import golden.resources.carts.Item;
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
public interface Cart {
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
}
