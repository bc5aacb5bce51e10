package golden.keyword_labels.imports.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-labels/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-labels/words")
@NullMarked
public final class CodecOfWords {
  /** {@code first}. */
  public static final WitType.Function FIRST = func(
      golden.keyword_labels.words.abi.CodecOfWords.LABEL,
      param("value", golden.keyword_labels.words.abi.CodecOfWords.LABEL));

  /** {@code second}. */
  public static final WitType.Function SECOND = func(
      golden.keyword_labels.words.abi.CodecOfWords.FLAG,
      param("value", golden.keyword_labels.words.abi.CodecOfWords.FLAG));

  private CodecOfWords() {}
}
