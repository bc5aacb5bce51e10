package golden.shops.shop;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.shops.Shops;
import golden.shops.shop.abi.CodecOfShop;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shops/shop}. */
@Generated("interface golden:shops/shop")
@NullMarked
public final class ShopFunctions {
  private final Func find;

  private ShopFunctions(Exports exports) {
    this.find = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Shops} hands it out. */
  public static ShopFunctions of(Exports exports) {
    return new ShopFunctions(exports);
  }

  /** {@code find}. */
  public Optional<Shop> find(String name) {
    Objects.requireNonNull(name, "name");
    try (Call call = this.find.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, name);
      call.invoke();
      return call.result().getOption(0, 4, CodecOfShop::loadShop);
    }
  }
}
