package golden.shops.imports.shop.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shops/shop} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:shops/shop")
@NullMarked
public final class CodecOfShop {
  /** {@code find}. */
  public static final WitType.Function FIND = func(
      option(golden.shops.shop.abi.CodecOfShop.SHOP), param("name", STRING));

  private CodecOfShop() {}
}
