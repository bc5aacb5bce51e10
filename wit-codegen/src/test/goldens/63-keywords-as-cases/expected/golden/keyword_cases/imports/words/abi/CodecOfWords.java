package golden.keyword_cases.imports.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-cases/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-cases/words")
@NullMarked
public final class CodecOfWords {
  /** {@code keep}. */
  public static final WitType.Function KEEP = func(
      golden.keyword_cases.words.abi.CodecOfWords.VALUE,
      param("value", golden.keyword_cases.words.abi.CodecOfWords.VALUE));

  /** {@code many}. */
  public static final WitType.Function MANY = func(
      option(golden.keyword_cases.words.abi.CodecOfWords.VALUE),
      param("values", list(golden.keyword_cases.words.abi.CodecOfWords.VALUE)));

  private CodecOfWords() {}
}
