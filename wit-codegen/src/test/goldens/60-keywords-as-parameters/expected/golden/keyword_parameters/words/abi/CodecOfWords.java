package golden.keyword_parameters.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-parameters/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-parameters/words")
@NullMarked
public final class CodecOfWords {
  /** {@code keywords}. */
  public static final WitType.Function KEYWORDS = func(
      U64,
      param("class", U8),
      param("int", U16),
      param("interface", U32),
      param("default", U64),
      param("record", STRING),
      param("this", F32),
      param("super", F64),
      param("yield", BOOL));

  /** {@code locals}. */
  public static final WitType.Function LOCALS = func(
      STRING,
      param("call", U8),
      param("arguments", STRING),
      param("image", list(STRING)),
      param("result", U32),
      param("value", U64),
      param("args", STRING),
      param("at", U32),
      param("e", U8));

  /** {@code more}. */
  public static final WitType.Function MORE = func(
      U64,
      param("store", U8),
      param("linker", U16),
      param("instance", U32),
      param("component", U64),
      param("reader", STRING),
      param("writer", STRING),
      param("i", U32),
      param("type", U8));

  /** {@code underscore}. */
  public static final WitType.Function UNDERSCORE = func(
      U64,
      param("o", U8),
      param("host", U16),
      param("self", U32),
      param("it", U64),
      param("that", STRING),
      param("index", U32),
      param("size", U32),
      param("length", U32));

  private CodecOfWords() {}
}
