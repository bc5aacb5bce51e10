package golden.renamed_includes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:renamed-includes polyglot} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:renamed-includes polyglot")
@NullMarked
public final class CodecOfPolyglot {
  /** {@code greet-in-english}. */
  public static final WitType.Function GREET_IN_ENGLISH = func(STRING, param("name", STRING));

  /** {@code greet-in-french}. */
  public static final WitType.Function GREET_IN_FRENCH = func(STRING, param("name", STRING));

  private CodecOfPolyglot() {}
}
