package golden.uses.basket.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.uses.types.abi.CodecOfTypes;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:uses/basket} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:uses/basket")
@NullMarked
public final class CodecOfBasket {
  /** {@code total}. */
  public static final WitType.Function TOTAL = func(
      U64, param("items", list(CodecOfTypes.ITEM)), param("in", CodecOfTypes.CURRENCY));

  /** {@code cheapest}. */
  public static final WitType.Function CHEAPEST = func(
      option(CodecOfTypes.ITEM), param("items", list(CodecOfTypes.ITEM)));

  private CodecOfBasket() {}
}
