package golden.deprecations.shop.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.deprecations.shop.HostBasket;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:deprecations/shop@2.0.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:deprecations/shop@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class CodecOfHostShop {
  /** {@code resource basket}. */
  public static final HostResource<HostBasket> BASKET = HostResource.of(HostBasket.class);

  private CodecOfHostShop() {}
}
