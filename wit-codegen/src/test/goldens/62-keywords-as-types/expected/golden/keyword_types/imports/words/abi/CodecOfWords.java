package golden.keyword_types.imports.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-types/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-types/words")
@NullMarked
public final class CodecOfWords {
  /** {@code objects}. */
  public static final WitType.Function OBJECTS = func(
      list(golden.keyword_types.words.abi.CodecOfWords.OBJECT),
      param("one", golden.keyword_types.words.abi.CodecOfWords.OBJECT),
      param("two", golden.keyword_types.words.abi.CodecOfWords.STRING_),
      param("three", golden.keyword_types.words.abi.CodecOfWords.INTEGER),
      param("four", golden.keyword_types.words.abi.CodecOfWords.OPTIONAL));

  /** {@code lists}. */
  public static final WitType.Function LISTS = func(
      tuple(
          golden.keyword_types.words.abi.CodecOfWords.LIST,
          golden.keyword_types.words.abi.CodecOfWords.RESULT),
      param("one", golden.keyword_types.words.abi.CodecOfWords.LIST),
      param("two", golden.keyword_types.words.abi.CodecOfWords.RESULT),
      param("three", golden.keyword_types.words.abi.CodecOfWords.MAP),
      param("four", golden.keyword_types.words.abi.CodecOfWords.ENUM_SET));

  /** {@code others}. */
  public static final WitType.Function OTHERS = func(
      result(
          golden.keyword_types.words.abi.CodecOfWords.MATH,
          golden.keyword_types.words.abi.CodecOfWords.SYSTEM),
      param("one", golden.keyword_types.words.abi.CodecOfWords.OVERRIDE),
      param("two", golden.keyword_types.words.abi.CodecOfWords.MATH),
      param("three", golden.keyword_types.words.abi.CodecOfWords.TUPLE2),
      param("four", golden.keyword_types.words.abi.CodecOfWords.CALL),
      param("five", golden.keyword_types.words.abi.CodecOfWords.STORE),
      param("six", golden.keyword_types.words.abi.CodecOfWords.COMPONENT));

  /** {@code images}. */
  public static final WitType.Function IMAGES = func(
      option(golden.keyword_types.words.abi.CodecOfWords.EXCEPTION),
      param("one", golden.keyword_types.words.abi.CodecOfWords.IMAGE_WRITER),
      param("two", golden.keyword_types.words.abi.CodecOfWords.IMAGE_READER),
      param("three", golden.keyword_types.words.abi.CodecOfWords.WIT_TYPES));

  /** {@code odd}. */
  public static final WitType.Function ODD = func(
      tuple(
          golden.keyword_types.words.abi.CodecOfWords.CLASS,
          golden.keyword_types.words.abi.CodecOfWords.VOID),
      param("one", golden.keyword_types.words.abi.CodecOfWords.CLASS),
      param("two", golden.keyword_types.words.abi.CodecOfWords.VOID),
      param("three", golden.keyword_types.words.abi.CodecOfWords.GENERATED));

  private CodecOfWords() {}
}
