package golden.result_values.journal.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:result-values/journal} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:result-values/journal")
@NullMarked
public final class CodecOfJournal {
  /** {@code replay}. */
  public static final WitType.Function REPLAY = func(STRING, param("past", result(U32, STRING)));

  /** {@code log}. */
  public static final WitType.Function LOG = func(
      list(result(null, F32)), param("outcomes", list(result(STRING, U8))));

  /** {@code inner}. */
  public static final WitType.Function INNER = func(
      option(result(STRING, STRING)), param("outcome", result(option(U32), result(U64, F32))));

  private CodecOfJournal() {}
}
