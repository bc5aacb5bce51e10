package golden.keyword_functions.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-functions/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-functions/words")
@NullMarked
public final class CodecOfWords {
  /** {@code abstract}. */
  public static final WitType.Function ABSTRACT = func(null);

  /** {@code class}. */
  public static final WitType.Function CLASS = func(STRING);

  /** {@code int}. */
  public static final WitType.Function INT = func(U32, param("value", U32));

  /** {@code default}. */
  public static final WitType.Function DEFAULT = func(BOOL);

  /** {@code interface}. */
  public static final WitType.Function INTERFACE = func(null);

  /** {@code static}. */
  public static final WitType.Function STATIC = func(null);

  /** {@code enum}. */
  public static final WitType.Function ENUM = func(null);

  /** {@code goto}. */
  public static final WitType.Function GOTO = func(null);

  /** {@code null}. */
  public static final WitType.Function NULL = func(null);

  /** {@code true}. */
  public static final WitType.Function TRUE = func(BOOL);

  /** {@code yield}. */
  public static final WitType.Function YIELD = func(null);

  /** {@code var}. */
  public static final WitType.Function VAR = func(null);

  /** {@code sealed}. */
  public static final WitType.Function SEALED = func(null);

  /** {@code get-class}. */
  public static final WitType.Function GET_CLASS = func(STRING);

  /** {@code hash-code}. */
  public static final WitType.Function HASH_CODE = func(U64);

  /** {@code equals}. */
  public static final WitType.Function EQUALS = func(BOOL, param("other", U32));

  /** {@code to-string}. */
  public static final WitType.Function TO_STRING = func(STRING);

  /** {@code clone}. */
  public static final WitType.Function CLONE = func(null);

  /** {@code finalize}. */
  public static final WitType.Function FINALIZE = func(null);

  /** {@code notify}. */
  public static final WitType.Function NOTIFY = func(null);

  /** {@code notify-all}. */
  public static final WitType.Function NOTIFY_ALL = func(null);

  /** {@code wait}. */
  public static final WitType.Function WAIT = func(null);

  /** {@code wait-for}. */
  public static final WitType.Function WAIT_FOR = func(null, param("milliseconds", U64));

  /** {@code close}. */
  public static final WitType.Function CLOSE = func(null);

  /** {@code instantiate}. */
  public static final WitType.Function INSTANTIATE = func(null);

  /** {@code prepare}. */
  public static final WitType.Function PREPARE = func(null);

  /** {@code add-to}. */
  public static final WitType.Function ADD_TO = func(null);

  /** {@code call}. */
  public static final WitType.Function CALL = func(U32);

  /** {@code invoke}. */
  public static final WitType.Function INVOKE = func(U32);

  private CodecOfWords() {}
}
