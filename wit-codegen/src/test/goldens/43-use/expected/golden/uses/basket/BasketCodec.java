package golden.uses.basket;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.uses.types.TypesCodec;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:uses/basket} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:uses/basket")
@NullMarked
public final class BasketCodec {
  /** {@code total}. */
  public static final WitType.Function TOTAL = func(
      U64, param("items", list(TypesCodec.ITEM)), param("in", TypesCodec.CURRENCY));

  /** {@code cheapest}. */
  public static final WitType.Function CHEAPEST = func(
      option(TypesCodec.ITEM), param("items", list(TypesCodec.ITEM)));

  private BasketCodec() {}
}
