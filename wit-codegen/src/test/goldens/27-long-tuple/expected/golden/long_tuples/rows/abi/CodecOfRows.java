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
  /** {@code eight}. */
  public static final WitType.Function EIGHT = func(
      tuple(U8, U16, U32, U64, S8, S16, S32, S64),
      param("row", tuple(U8, U16, U32, U64, S8, S16, S32, S64)));

  /** {@code nine}. */
  public static final WitType.Function NINE = func(
      tuple(U8, U16, U32, U64, S8, S16, S32, S64, F32),
      param("row", tuple(U8, U16, U32, U64, S8, S16, S32, S64, F32)));

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

  /** {@code all}. */
  public static final WitType.Function ALL = func(
      option(tuple(tuple(U8, U16, U32, U64, S8, S16, S32, S64, F32), U8)),
      param("rows", list(tuple(U8, U16, U32, U64, S8, S16, S32, S64, F32))));

  private CodecOfRows() {}
}
