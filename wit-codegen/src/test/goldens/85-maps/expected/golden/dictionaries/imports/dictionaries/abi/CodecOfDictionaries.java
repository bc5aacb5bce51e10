package golden.dictionaries.imports.dictionaries.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:dictionaries/dictionaries} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:dictionaries/dictionaries")
@NullMarked
public final class CodecOfDictionaries {
  /** {@code count}. */
  public static final WitType.Function COUNT = func(
      map(STRING, U32), param("words", map(STRING, U32)));

  /** {@code index}. */
  public static final WitType.Function INDEX = func(
      map(CHAR, list(golden.dictionaries.dictionaries.abi.CodecOfDictionaries.ENTRY)),
      param("entries", map(U64, golden.dictionaries.dictionaries.abi.CodecOfDictionaries.ENTRY)));

  /** {@code nested}. */
  public static final WitType.Function NESTED = func(
      list(map(U16, F64)), param("values", option(map(BOOL, map(S8, STRING)))));

  private CodecOfDictionaries() {}
}
