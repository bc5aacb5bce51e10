package golden.resources.carts;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.resources.carts.abi.CodecOfCarts;
import golden.resources.carts.abi.CodecOfHostCarts;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resources/carts}. */
@Generated("interface golden:resources/carts")
@NullMarked
public interface HostCarts {
  /** An empty one. */
  HostCart newCart(String owner);

  /** The static functions of {@code cart}. */
  HostCart.Statics cart();

  /** Defines {@code golden:resources/carts} in a linker. */
  static void addTo(Linker linker, HostCarts implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:resources/carts} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostCarts> implementation) {
    LinkerInstance instance = linker.instance("golden:resources/carts");
    instance.resource("cart", CodecOfHostCarts.CART);
    instance.funcOverImages(
        "[constructor]cart",
        CodecOfCarts.NEW_CART,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostCarts.CART,
            implementation.apply(arguments.config()).newCart(arguments.getString(0))));
    instance.funcOverImages(
        "[method]cart.add",
        CodecOfCarts.CART_ADD,
        (arguments, result) -> arguments.getBorrow(0, CodecOfHostCarts.CART).add(
            CodecOfCarts.loadItem(arguments, 8)));
    instance.funcOverImages(
        "[method]cart.total",
        CodecOfCarts.CART_TOTAL,
        (arguments, result) -> result.putLong(
            0, arguments.getBorrow(0, CodecOfHostCarts.CART).total()));
    instance.funcOverImages(
        "[method]cart.items",
        CodecOfCarts.CART_ITEMS,
        (arguments, result) -> result.putList(
            0,
            arguments.getBorrow(0, CodecOfHostCarts.CART).items(),
            16,
            8,
            CodecOfCarts::storeItem));
    instance.funcOverImages(
        "[static]cart.limit",
        CodecOfCarts.CART_LIMIT,
        (arguments, result) -> result.putInt(
            0, implementation.apply(arguments.config()).cart().limit()));
    instance.funcOverImages(
        "[static]cart.merge",
        CodecOfCarts.CART_MERGE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostCarts.CART,
            implementation.apply(arguments.config()).cart().merge(
                arguments.getOwn(0, CodecOfHostCarts.CART),
                arguments.getBorrow(4, CodecOfHostCarts.CART))));
  }
}
