package golden.keyword_cases.imports.words;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-cases/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-cases/words")
@NullMarked
public final class WordsCodec {
  /** {@code keep}. */
  public static final WitType.Function KEEP = func(
      golden.keyword_cases.words.WordsCodec.VALUE,
      param("value", golden.keyword_cases.words.WordsCodec.VALUE));

  /** {@code many}. */
  public static final WitType.Function MANY = func(
      option(golden.keyword_cases.words.WordsCodec.VALUE),
      param("values", list(golden.keyword_cases.words.WordsCodec.VALUE)));

  private WordsCodec() {}
}
