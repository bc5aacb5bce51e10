package golden.unsigned_bytes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:unsigned-bytes brightness} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:unsigned-bytes brightness")
@NullMarked
public final class CodecOfBrightness {
  /** {@code dim}. */
  public static final WitType.Function DIM = func(U8, param("level", U8), param("by", U8));

  private CodecOfBrightness() {}
}
