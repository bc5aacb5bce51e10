package golden.resources.carts.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.resources.carts.Item;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:resources/carts} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:resources/carts")
@NullMarked
public final class CodecOfCarts {
  /** {@code item}. */
  public static final WitType ITEM = record(field("sku", STRING), field("cents", U64));

  /** {@code [constructor]cart}. */
  public static final WitType.Function NEW_CART = func(
      own("golden:resources/carts", "cart"), param("owner", STRING));

  /** {@code [method]cart.add}. */
  public static final WitType.Function CART_ADD = func(
      null, param("self", borrow("golden:resources/carts", "cart")), param("item", ITEM));

  /** {@code [method]cart.total}. */
  public static final WitType.Function CART_TOTAL = func(
      U64, param("self", borrow("golden:resources/carts", "cart")));

  /** {@code [method]cart.items}. */
  public static final WitType.Function CART_ITEMS = func(
      list(ITEM), param("self", borrow("golden:resources/carts", "cart")));

  /** {@code [static]cart.limit}. */
  public static final WitType.Function CART_LIMIT = func(U32);

  /** {@code [static]cart.merge}. */
  public static final WitType.Function CART_MERGE = func(
      own("golden:resources/carts", "cart"),
      param("left", own("golden:resources/carts", "cart")),
      param("right", borrow("golden:resources/carts", "cart")));

  private CodecOfCarts() {}

  /** Writes a value of {@code item}. */
  public static void storeItem(ImageWriter image, long at, Item value) {
    image.putString(at, value.sku());
    image.putLong(at + 8, value.cents());
  }

  /** Reads a value of {@code item}. */
  public static Item loadItem(ImageReader image, long at) {
    return new Item(
        image.getString(at),
        image.getLong(at + 8));
  }
}
