package golden.resources.carts;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * What somebody is about to buy.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:resources/carts")
@NullMarked
public final class Cart implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Cart(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** Puts an item into it. */
  public void add(Item item) {
    Objects.requireNonNull(item, "item");
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      CartsCodec.lendCart(arguments, 0, this);
      CartsCodec.storeItem(arguments, 8, item);
      call.invoke();
    }
  }

  /**
   * What all of it costs, in cents.
   *
   * @return unsigned
   */
  public long total() {
    try (Call call = this.exports.func(2).begin()) {
      ImageWriter arguments = call.arguments();
      CartsCodec.lendCart(arguments, 0, this);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /** {@code [method]cart.items}. */
  public List<Item> items() {
    try (Call call = this.exports.func(3).begin()) {
      ImageWriter arguments = call.arguments();
      CartsCodec.lendCart(arguments, 0, this);
      call.invoke();
      return call.result().getList(0, 16, CartsCodec::loadItem);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "cart: " + resource;
  }
}
