package golden.shops.shop;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.shops.shop.abi.CodecOfShop;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shops/shop}. */
@Generated("interface golden:shops/shop")
@NullMarked
public interface HostShop {
  /** {@code find}. */
  Optional<Shop> find(String name);

  /** Defines {@code golden:shops/shop} in a linker. */
  static void addTo(Linker linker, HostShop implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:shops/shop} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostShop> implementation) {
    LinkerInstance instance = linker.instance("golden:shops/shop");
    instance.funcOverImages(
        "find",
        CodecOfShop.FIND,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).find(arguments.getString(0)),
            4,
            CodecOfShop::storeShop));
  }
}
