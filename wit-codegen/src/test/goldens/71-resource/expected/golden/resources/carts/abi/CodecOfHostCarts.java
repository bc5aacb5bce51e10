package golden.resources.carts.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.resources.carts.HostCart;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:resources/carts} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:resources/carts")
@NullMarked
public final class CodecOfHostCarts {
  /** {@code resource cart}. */
  public static final HostResource<HostCart> CART = HostResource.of(HostCart.class);

  private CodecOfHostCarts() {}
}
