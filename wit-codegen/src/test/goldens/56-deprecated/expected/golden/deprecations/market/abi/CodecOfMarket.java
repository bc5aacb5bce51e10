package golden.deprecations.market.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:deprecations/market@2.0.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:deprecations/market@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class CodecOfMarket {
  /** {@code open}. */
  public static final WitType.Function OPEN = func(BOOL);

  private CodecOfMarket() {}
}
