package golden.shops.imports.shop;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.shops.shop.Shop;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shops/shop}. */
@Generated("interface golden:shops/shop")
@NullMarked
public interface ShopFunctions {
  /** {@code find}. */
  Optional<Shop> find(String name);

  /**
   * Defines {@code golden:shops/shop} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, ShopFunctions implementation) {
    LinkerInstance instance = linker.instance("golden:shops/shop");
    instance.funcOverImages(
        "find",
        ShopCodec.FIND,
        (arguments, result) -> result.putOption(
            0,
            implementation.find(arguments.getString(0)),
            4,
            golden.shops.shop.ShopCodec::storeShop));
  }
}
