package golden.bytes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:bytes codec} travel, and what its functions are: for generated
 * code.
 */
@Generated("world golden:bytes codec")
@NullMarked
public final class CodecOfCodec {
  /** {@code compress}. */
  public static final WitType.Function COMPRESS = func(list(U8), param("plain", list(U8)));

  private CodecOfCodec() {}
}
