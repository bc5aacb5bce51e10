package golden.unsigned_ints.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:unsigned-ints addresses} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:unsigned-ints addresses")
@NullMarked
public final class CodecOfAddresses {
  /** {@code mask}. */
  public static final WitType.Function MASK = func(U32, param("address", U32), param("bits", U32));

  private CodecOfAddresses() {}
}
