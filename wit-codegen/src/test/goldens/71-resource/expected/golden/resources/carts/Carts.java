package golden.resources.carts;

import dev.switchblade.Call;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.GuestHandles;
import dev.switchblade.ImageWriter;
import golden.resources.Shop;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resources/carts}. */
@Generated("interface golden:resources/carts")
@NullMarked
public final class Carts {
  private final Func newCart;
  private final Func cartLimit;
  private final Func cartMerge;

  private Carts(Exports exports) {
    this.newCart = exports.func(0);
    this.cartLimit = exports.func(4);
    this.cartMerge = exports.func(5);
  }

  /** The interface of an instance: for generated code, as {@link Shop} hands it out. */
  public static Carts of(Exports exports) {
    return new Carts(exports);
  }

  /** An empty one. */
  public Cart newCart(String owner) {
    Objects.requireNonNull(owner, "owner");
    try (Call call = this.newCart.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, owner);
      call.invoke();
      return new Cart(call.result(), 0);
    }
  }

  /**
   * How many carts one may have.
   *
   * @return unsigned
   */
  public int cartLimit() {
    try (Call call = this.cartLimit.begin()) {
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /**
   * Another cart, with what is in both.
   *
   * @param left is given away
   */
  public Cart cartMerge(Cart left, Cart right) {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    try (Call call = this.cartMerge.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putOwn(arguments, 0, left);
      GuestHandles.putBorrow(arguments, 4, right);
      call.invoke();
      return new Cart(call.result(), 0);
    }
  }
}
