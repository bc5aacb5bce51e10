package golden.characters.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:characters letters} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:characters letters")
@NullMarked
public final class CodecOfLetters {
  /** {@code upper}. */
  public static final WitType.Function UPPER = func(CHAR, param("letter", CHAR));

  private CodecOfLetters() {}
}
