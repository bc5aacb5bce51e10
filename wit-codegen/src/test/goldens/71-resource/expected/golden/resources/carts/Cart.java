package golden.resources.carts;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.resources.carts.abi.CodecOfCarts;
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
public final class Cart extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Cart(ImageReader image, long at) {
    super(image, at);
  }

  /** Puts an item into it. */
  public void add(Item item) {
    Objects.requireNonNull(item, "item");
    try (Call call = GuestHandles.func(this, 1).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      CodecOfCarts.storeItem(arguments, 8, item);
      call.invoke();
    }
  }

  /**
   * What all of it costs, in cents.
   *
   * @return unsigned
   */
  public long total() {
    try (Call call = GuestHandles.func(this, 2).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /** {@code [method]cart.items}. */
  public List<Item> items() {
    try (Call call = GuestHandles.func(this, 3).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getList(0, 16, CodecOfCarts::loadItem);
    }
  }

  /** The static functions of {@code cart}. */
  public static final class Statics {
    private final Exports exports;

    Statics(Exports exports) {
      this.exports = exports;
    }

    /**
     * How many carts one may have.
     *
     * @return unsigned
     */
    public int limit() {
      try (Call call = this.exports.func(4).begin()) {
        call.invoke();
        return call.result().getInt(0);
      }
    }

    /**
     * Another cart, with what is in both.
     *
     * @param left is given away
     */
    public Cart merge(Cart left, Cart right) {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
      try (Call call = this.exports.func(5).begin()) {
        ImageWriter arguments = call.arguments();
        GuestHandles.putOwn(arguments, 0, left);
        GuestHandles.putBorrow(arguments, 4, right);
        call.invoke();
        return new Cart(call.result(), 0);
      }
    }
  }
}
