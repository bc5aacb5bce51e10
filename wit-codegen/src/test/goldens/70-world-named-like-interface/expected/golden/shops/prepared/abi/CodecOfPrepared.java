package golden.shops.prepared.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shops/prepared} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:shops/prepared")
@NullMarked
public final class CodecOfPrepared {
  /** {@code ready}. */
  public static final WitType.Function READY = func(BOOL);

  private CodecOfPrepared() {}
}
