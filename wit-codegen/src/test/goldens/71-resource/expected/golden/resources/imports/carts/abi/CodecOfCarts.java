package golden.resources.imports.carts.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.HostResource;
import dev.switchblade.wit.WitType;
import golden.resources.imports.carts.Cart;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:resources/carts} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:resources/carts")
@NullMarked
public final class CodecOfCarts {
  /** {@code resource cart}. */
  public static final HostResource<Cart> CART = HostResource.of(Cart.class);

  /** {@code [constructor]cart}. */
  public static final WitType.Function NEW_CART = func(
      own("golden:resources/carts", "cart"), param("owner", STRING));

  /** {@code [method]cart.add}. */
  public static final WitType.Function CART_ADD = func(
      null,
      param("self", borrow("golden:resources/carts", "cart")),
      param("item", golden.resources.carts.abi.CodecOfCarts.ITEM));

  /** {@code [method]cart.total}. */
  public static final WitType.Function CART_TOTAL = func(
      U64, param("self", borrow("golden:resources/carts", "cart")));

  /** {@code [method]cart.items}. */
  public static final WitType.Function CART_ITEMS = func(
      list(golden.resources.carts.abi.CodecOfCarts.ITEM),
      param("self", borrow("golden:resources/carts", "cart")));

  /** {@code [static]cart.limit}. */
  public static final WitType.Function CART_LIMIT = func(U32);

  /** {@code [static]cart.merge}. */
  public static final WitType.Function CART_MERGE = func(
      own("golden:resources/carts", "cart"),
      param("left", own("golden:resources/carts", "cart")),
      param("right", borrow("golden:resources/carts", "cart")));

  private CodecOfCarts() {}
}
