package golden.variables.imports.given.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:variables/given} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:variables/given")
@NullMarked
public final class CodecOfGiven {
  /** {@code compare}. */
  public static final WitType.Function COMPARE = func(
      list(U8),
      param("other", golden.variables.given.abi.CodecOfGiven.DIFF),
      param("call", list(U8)),
      param("arguments", list(U32)),
      param("visitor", list(U8)),
      param("result", U8),
      param("image", list(list(STRING))));

  /** {@code compress-in-place}. */
  public static final WitType.Function COMPRESS_IN_PLACE = func(list(U8), param("bytes", list(U8)));

  /** {@code compress}. */
  public static final WitType.Function COMPRESS = func(list(U8), param("bytes", list(U8)));

  private CodecOfGiven() {}
}
