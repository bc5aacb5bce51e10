package golden.long_tuples.rows.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:long-tuples/rows} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:long-tuples/rows")
@NullMarked
public final class CodecOfRows {
  /** {@code sixteen}. */
  public static final WitType.Function SIXTEEN = func(
      tuple(U8, U16, U32, U64, S8, S16, S32, S64, F32, F64, BOOL, CHAR, STRING, U8, U16, U32),
      param(
          "row",
          tuple(U8, U16, U32, U64, S8, S16, S32, S64, F32, F64, BOOL, CHAR, STRING, U8, U16, U32)));

  /** {@code seventeen}. */
  public static final WitType.Function SEVENTEEN = func(
      tuple(U8, U16, U32, U64, S8, S16, S32, S64, F32, F64, BOOL, CHAR, STRING, U8, U16, U32, U64),
      param(
          "row",
          tuple(
              U8,
              U16,
              U32,
              U64,
              S8,
              S16,
              S32,
              S64,
              F32,
              F64,
              BOOL,
              CHAR,
              STRING,
              U8,
              U16,
              U32,
              U64)));

  /** {@code boxes}. */
  public static final WitType.Function BOXES = func(
      tuple(
          U8,
          U16,
          U32,
          U64,
          S8,
          S16,
          S32,
          S64,
          F32,
          F64,
          BOOL,
          CHAR,
          STRING,
          U8,
          U16,
          option(U32),
          list(STRING),
          list(U8)),
      param(
          "row",
          tuple(
              U8,
              U16,
              U32,
              U64,
              S8,
              S16,
              S32,
              S64,
              F32,
              F64,
              BOOL,
              CHAR,
              STRING,
              U8,
              U16,
              option(U32),
              list(STRING),
              list(U8))));

  private CodecOfRows() {}
}
