package golden.keyword_fields.imports.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-fields/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-fields/words")
@NullMarked
public final class CodecOfWords {
  /** {@code first}. */
  public static final WitType.Function FIRST = func(
      golden.keyword_fields.words.abi.CodecOfWords.KEYWORDS,
      param("value", golden.keyword_fields.words.abi.CodecOfWords.KEYWORDS));

  /** {@code second}. */
  public static final WitType.Function SECOND = func(
      golden.keyword_fields.words.abi.CodecOfWords.METHODS,
      param("value", golden.keyword_fields.words.abi.CodecOfWords.METHODS));

  /** {@code third}. */
  public static final WitType.Function THIRD = func(
      golden.keyword_fields.words.abi.CodecOfWords.TYPES,
      param("value", golden.keyword_fields.words.abi.CodecOfWords.TYPES));

  private CodecOfWords() {}
}
