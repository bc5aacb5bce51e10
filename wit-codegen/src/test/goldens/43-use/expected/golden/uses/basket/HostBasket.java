package golden.uses.basket;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.uses.basket.abi.CodecOfBasket;
import golden.uses.types.Currency;
import golden.uses.types.Item;
import golden.uses.types.abi.CodecOfTypes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:uses/basket}. */
@Generated("interface golden:uses/basket")
@NullMarked
public interface HostBasket {
  /**
   * {@code total}.
   *
   * @return unsigned
   */
  long total(List<Item> items, Currency in);

  /** {@code cheapest}. */
  Optional<Item> cheapest(List<Item> items);

  /** Defines {@code golden:uses/basket} in a linker. */
  static void addTo(Linker linker, HostBasket implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:uses/basket} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostBasket> implementation) {
    LinkerInstance instance = linker.instance("golden:uses/basket");
    instance.funcOverImages(
        "total",
        CodecOfBasket.TOTAL,
        (arguments, result) -> result.putLong(
            0,
            implementation.apply(arguments.config()).total(
                arguments.getList(0, 16, CodecOfTypes::loadItem),
                CodecOfTypes.loadCurrency(arguments, 8))));
    instance.funcOverImages(
        "cheapest",
        CodecOfBasket.CHEAPEST,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).cheapest(
                arguments.getList(0, 16, CodecOfTypes::loadItem)),
            8,
            CodecOfTypes::storeItem));
  }
}
