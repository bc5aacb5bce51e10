package golden.uses.imports.basket;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.uses.types.Currency;
import golden.uses.types.Item;
import golden.uses.types.TypesCodec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:uses/basket}. */
@Generated("interface golden:uses/basket")
@NullMarked
public interface Basket {
  /**
   * {@code total}.
   *
   * @return unsigned
   */
  long total(List<Item> items, Currency in);

  /** {@code cheapest}. */
  Optional<Item> cheapest(List<Item> items);

  /**
   * Defines {@code golden:uses/basket} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Basket implementation) {
    LinkerInstance instance = linker.instance("golden:uses/basket");
    instance.funcOverImages(
        "total",
        BasketCodec.TOTAL,
        (arguments, result) -> result.putLong(
            0,
            implementation.total(
                arguments.getList(0, 16, TypesCodec::loadItem),
                TypesCodec.loadCurrency(arguments, 8))));
    instance.funcOverImages(
        "cheapest",
        BasketCodec.CHEAPEST,
        (arguments, result) -> result.putOption(
            0,
            implementation.cheapest(arguments.getList(0, 16, TypesCodec::loadItem)),
            8,
            TypesCodec::storeItem));
  }
}
