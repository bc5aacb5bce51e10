package golden.uses.basket;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.uses.Checkout;
import golden.uses.types.Currency;
import golden.uses.types.Item;
import golden.uses.types.abi.CodecOfTypes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:uses/basket}. */
@Generated("interface golden:uses/basket")
@NullMarked
public final class Basket {
  private final Func total;
  private final Func cheapest;

  private Basket(Exports exports) {
    this.total = exports.func(0);
    this.cheapest = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Checkout} hands it out. */
  public static Basket of(Exports exports) {
    return new Basket(exports);
  }

  /**
   * {@code total}.
   *
   * @return unsigned
   */
  public long total(List<Item> items, Currency in) {
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(in, "in");
    try (Call call = this.total.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, items, 16, 8, CodecOfTypes::storeItem);
      CodecOfTypes.storeCurrency(arguments, 8, in);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /** {@code cheapest}. */
  public Optional<Item> cheapest(List<Item> items) {
    Objects.requireNonNull(items, "items");
    try (Call call = this.cheapest.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, items, 16, 8, CodecOfTypes::storeItem);
      call.invoke();
      return call.result().getOption(0, 8, CodecOfTypes::loadItem);
    }
  }
}
