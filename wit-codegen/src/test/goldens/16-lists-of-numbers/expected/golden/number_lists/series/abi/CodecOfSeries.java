package golden.number_lists.series.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:number-lists/series} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:number-lists/series")
@NullMarked
public final class CodecOfSeries {
  /** {@code signed-bytes}. */
  public static final WitType.Function SIGNED_BYTES = func(list(S8), param("values", list(S8)));

  /** {@code signed-shorts}. */
  public static final WitType.Function SIGNED_SHORTS = func(list(S16), param("values", list(S16)));

  /** {@code unsigned-shorts}. */
  public static final WitType.Function UNSIGNED_SHORTS = func(
      list(U16), param("values", list(U16)));

  /** {@code signed-ints}. */
  public static final WitType.Function SIGNED_INTS = func(list(S32), param("values", list(S32)));

  /** {@code unsigned-ints}. */
  public static final WitType.Function UNSIGNED_INTS = func(list(U32), param("values", list(U32)));

  /** {@code signed-longs}. */
  public static final WitType.Function SIGNED_LONGS = func(list(S64), param("values", list(S64)));

  /** {@code unsigned-longs}. */
  public static final WitType.Function UNSIGNED_LONGS = func(list(U64), param("values", list(U64)));

  /** {@code floats}. */
  public static final WitType.Function FLOATS = func(list(F32), param("values", list(F32)));

  /** {@code doubles}. */
  public static final WitType.Function DOUBLES = func(list(F64), param("values", list(F64)));

  private CodecOfSeries() {}
}
