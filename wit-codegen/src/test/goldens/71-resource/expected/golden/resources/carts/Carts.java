package golden.resources.carts;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.resources.Shop;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resources/carts}. */
@Generated("interface golden:resources/carts")
@NullMarked
public final class Carts {
  private final Exports exports;
  private final Func newCart;

  private Carts(Exports exports) {
    this.exports = exports;
    this.newCart = exports.func(0);
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

  /** The static functions of {@code cart}. */
  public Cart.Statics cart() {
    return new Cart.Statics(exports);
  }
}
