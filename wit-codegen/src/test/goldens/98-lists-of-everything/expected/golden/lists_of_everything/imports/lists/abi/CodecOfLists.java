package golden.lists_of_everything.imports.lists.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:lists-of-everything/lists} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:lists-of-everything/lists")
@NullMarked
public final class CodecOfLists {
  /** {@code enums}. */
  public static final WitType.Function ENUMS = func(
      list(golden.lists_of_everything.lists.abi.CodecOfLists.COLOUR),
      param("values", list(golden.lists_of_everything.lists.abi.CodecOfLists.COLOUR)));

  /** {@code sets}. */
  public static final WitType.Function SETS = func(
      list(golden.lists_of_everything.lists.abi.CodecOfLists.SIDES),
      param("values", list(golden.lists_of_everything.lists.abi.CodecOfLists.SIDES)));

  /** {@code variants}. */
  public static final WitType.Function VARIANTS = func(
      list(golden.lists_of_everything.lists.abi.CodecOfLists.SHAPE),
      param("values", list(golden.lists_of_everything.lists.abi.CodecOfLists.SHAPE)));

  /** {@code options}. */
  public static final WitType.Function OPTIONS = func(
      list(option(STRING)), param("values", list(option(U32))));

  /** {@code results}. */
  public static final WitType.Function RESULTS = func(
      list(result(U8, U64)), param("values", list(result(null, null))));

  /** {@code tuples}. */
  public static final WitType.Function TUPLES = func(
      list(tuple(STRING, BOOL)), param("values", list(tuple(U8, U64))));

  /** {@code optional-lists}. */
  public static final WitType.Function OPTIONAL_LISTS = func(
      option(list(U64)), param("values", option(list(STRING))));

  private CodecOfLists() {}
}
