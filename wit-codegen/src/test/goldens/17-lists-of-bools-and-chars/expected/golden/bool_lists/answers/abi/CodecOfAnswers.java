package golden.bool_lists.answers.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:bool-lists/answers} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:bool-lists/answers")
@NullMarked
public final class CodecOfAnswers {
  /** {@code invert}. */
  public static final WitType.Function INVERT = func(list(BOOL), param("ticks", list(BOOL)));

  /** {@code spell}. */
  public static final WitType.Function SPELL = func(list(CHAR), param("letters", list(CHAR)));

  private CodecOfAnswers() {}
}
