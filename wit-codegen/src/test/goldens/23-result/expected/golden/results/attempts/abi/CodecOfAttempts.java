package golden.results.attempts.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:results/attempts} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:results/attempts")
@NullMarked
public final class CodecOfAttempts {
  /** {@code both}. */
  public static final WitType.Function BOTH = func(result(U64, STRING), param("number", U32));

  /** {@code only-ok}. */
  public static final WitType.Function ONLY_OK = func(result(STRING, null), param("number", U32));

  /** {@code only-err}. */
  public static final WitType.Function ONLY_ERR = func(result(null, STRING), param("number", U32));

  /** {@code neither}. */
  public static final WitType.Function NEITHER = func(result(null, null), param("number", U32));

  private CodecOfAttempts() {}
}
