package golden.unsigned_shorts.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:unsigned-shorts ports} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:unsigned-shorts ports")
@NullMarked
public final class CodecOfPorts {
  /** {@code next-free}. */
  public static final WitType.Function NEXT_FREE = func(U16, param("after", U16));

  private CodecOfPorts() {}
}
