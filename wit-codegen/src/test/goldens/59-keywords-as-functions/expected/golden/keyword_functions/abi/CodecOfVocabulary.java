package golden.keyword_functions.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-functions vocabulary} travel, and what its functions are:
 * for generated code.
 */
@Generated("world golden:keyword-functions vocabulary")
@NullMarked
public final class CodecOfVocabulary {
  /** {@code do}. */
  public static final WitType.Function DO = func(null);

  /** {@code get-class}. */
  public static final WitType.Function GET_CLASS = func(null);

  /** {@code to-string}. */
  public static final WitType.Function TO_STRING = func(STRING);

  /** {@code wait}. */
  public static final WitType.Function WAIT = func(null);

  /** {@code close}. */
  public static final WitType.Function CLOSE = func(null);

  /** {@code instantiate}. */
  public static final WitType.Function INSTANTIATE = func(null);

  /** {@code prepare}. */
  public static final WitType.Function PREPARE = func(null);

  /** {@code words-of}. */
  public static final WitType.Function WORDS_OF = func(null);

  private CodecOfVocabulary() {}
}
