package golden.thrown_errors.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.thrown_errors.types.abi.CodecOfTypes;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:thrown-errors shop} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:thrown-errors shop")
@NullMarked
public final class CodecOfShop {
  /** {@code refund}. */
  public static final WitType.Function REFUND = func(
      result(U64, CodecOfTypes.DECLINED), param("cents", U64));

  private CodecOfShop() {}
}
