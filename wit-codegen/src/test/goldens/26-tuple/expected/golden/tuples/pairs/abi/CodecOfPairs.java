package golden.tuples.pairs.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:tuples/pairs} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:tuples/pairs")
@NullMarked
public final class CodecOfPairs {
  /** {@code swap}. */
  public static final WitType.Function SWAP = func(
      tuple(STRING, U32), param("pair", tuple(U32, STRING)));

  /** {@code single}. */
  public static final WitType.Function SINGLE = func(tuple(F64), param("one", tuple(F64)));

  /** {@code mixed}. */
  public static final WitType.Function MIXED = func(
      tuple(BOOL, U8, S64, CHAR), param("values", tuple(BOOL, U8, S64, CHAR)));

  /** {@code nested}. */
  public static final WitType.Function NESTED = func(
      tuple(tuple(U8, U16), list(tuple(U32, STRING))),
      param("values", tuple(tuple(U8, U16), list(tuple(U32, STRING)))));

  private CodecOfPairs() {}
}
