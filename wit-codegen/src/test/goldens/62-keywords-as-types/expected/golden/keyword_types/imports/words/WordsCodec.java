package golden.keyword_types.imports.words;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-types/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-types/words")
@NullMarked
public final class WordsCodec {
  /** {@code objects}. */
  public static final WitType.Function OBJECTS = func(
      list(golden.keyword_types.words.WordsCodec.OBJECT),
      param("one", golden.keyword_types.words.WordsCodec.OBJECT),
      param("two", golden.keyword_types.words.WordsCodec.STRING_),
      param("three", golden.keyword_types.words.WordsCodec.INTEGER),
      param("four", golden.keyword_types.words.WordsCodec.OPTIONAL));

  /** {@code lists}. */
  public static final WitType.Function LISTS = func(
      tuple(
          golden.keyword_types.words.WordsCodec.LIST, golden.keyword_types.words.WordsCodec.RESULT),
      param("one", golden.keyword_types.words.WordsCodec.LIST),
      param("two", golden.keyword_types.words.WordsCodec.RESULT),
      param("three", golden.keyword_types.words.WordsCodec.MAP),
      param("four", golden.keyword_types.words.WordsCodec.ENUM_SET));

  /** {@code others}. */
  public static final WitType.Function OTHERS = func(
      result(
          golden.keyword_types.words.WordsCodec.MATH, golden.keyword_types.words.WordsCodec.SYSTEM),
      param("one", golden.keyword_types.words.WordsCodec.OVERRIDE),
      param("two", golden.keyword_types.words.WordsCodec.MATH),
      param("three", golden.keyword_types.words.WordsCodec.TUPLE2),
      param("four", golden.keyword_types.words.WordsCodec.CALL),
      param("five", golden.keyword_types.words.WordsCodec.STORE),
      param("six", golden.keyword_types.words.WordsCodec.COMPONENT));

  /** {@code images}. */
  public static final WitType.Function IMAGES = func(
      option(golden.keyword_types.words.WordsCodec.EXCEPTION),
      param("one", golden.keyword_types.words.WordsCodec.IMAGE_WRITER),
      param("two", golden.keyword_types.words.WordsCodec.IMAGE_READER),
      param("three", golden.keyword_types.words.WordsCodec.WIT_TYPES));

  /** {@code odd}. */
  public static final WitType.Function ODD = func(
      tuple(
          golden.keyword_types.words.WordsCodec.CLASS, golden.keyword_types.words.WordsCodec.VOID),
      param("one", golden.keyword_types.words.WordsCodec.CLASS),
      param("two", golden.keyword_types.words.WordsCodec.VOID),
      param("three", golden.keyword_types.words.WordsCodec.GENERATED));

  private WordsCodec() {}
}
