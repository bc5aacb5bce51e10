package golden.keyword_functions.words;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.keyword_functions.words.abi.CodecOfWords;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Functions named as Java's keywords, and as what every object or a generated class has. */
@Generated("interface golden:keyword-functions/words")
@NullMarked
public interface HostWords {
  /** {@code abstract}. */
  void abstract_();

  /** {@code class}. */
  String class_();

  /**
   * {@code int}.
   *
   * @param value unsigned
   * @return unsigned
   */
  int int_(int value);

  /** {@code default}. */
  boolean default_();

  /** {@code interface}. */
  void interface_();

  /** {@code static}. */
  void static_();

  /** {@code enum}. */
  void enum_();

  /** {@code goto}. */
  void goto_();

  /** {@code null}. */
  void null_();

  /** {@code true}. */
  boolean true_();

  /** {@code yield}. */
  void yield();

  /** {@code var}. */
  void var();

  /** {@code sealed}. */
  void sealed();

  /** {@code get-class}. */
  String getClass_();

  /**
   * {@code hash-code}.
   *
   * @return unsigned
   */
  long hashCode_();

  /**
   * {@code equals}.
   *
   * @param other unsigned
   */
  boolean equals(int other);

  /** {@code to-string}. */
  String toString_();

  /** {@code clone}. */
  void clone_();

  /** {@code finalize}. */
  void finalize_();

  /** {@code notify}. */
  void notify_();

  /** {@code notify-all}. */
  void notifyAll_();

  /** {@code wait}. */
  void wait_();

  /**
   * {@code wait-for}.
   *
   * @param milliseconds unsigned
   */
  void waitFor(long milliseconds);

  /** {@code close}. */
  void close();

  /** {@code instantiate}. */
  void instantiate();

  /** {@code prepare}. */
  void prepare();

  /** {@code add-to}. */
  void addTo();

  /**
   * {@code call}.
   *
   * @return unsigned
   */
  int call();

  /**
   * {@code invoke}.
   *
   * @return unsigned
   */
  int invoke();

  /** Defines {@code golden:keyword-functions/words} in a linker. */
  static void addTo(Linker linker, HostWords implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:keyword-functions/words} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostWords> implementation) {
    LinkerInstance instance = linker.instance("golden:keyword-functions/words");
    instance.funcOverImages(
        "abstract",
        CodecOfWords.ABSTRACT,
        (arguments, result) -> implementation.apply(arguments.config()).abstract_());
    instance.funcOverImages(
        "class",
        CodecOfWords.CLASS,
        (arguments, result) -> result.putString(
            0, implementation.apply(arguments.config()).class_()));
    instance.funcOverImages(
        "int",
        CodecOfWords.INT,
        (arguments, result) -> result.putInt(
            0, implementation.apply(arguments.config()).int_(arguments.getInt(0))));
    instance.funcOverImages(
        "default",
        CodecOfWords.DEFAULT,
        (arguments, result) -> result.putBool(
            0, implementation.apply(arguments.config()).default_()));
    instance.funcOverImages(
        "interface",
        CodecOfWords.INTERFACE,
        (arguments, result) -> implementation.apply(arguments.config()).interface_());
    instance.funcOverImages(
        "static",
        CodecOfWords.STATIC,
        (arguments, result) -> implementation.apply(arguments.config()).static_());
    instance.funcOverImages(
        "enum",
        CodecOfWords.ENUM,
        (arguments, result) -> implementation.apply(arguments.config()).enum_());
    instance.funcOverImages(
        "goto",
        CodecOfWords.GOTO,
        (arguments, result) -> implementation.apply(arguments.config()).goto_());
    instance.funcOverImages(
        "null",
        CodecOfWords.NULL,
        (arguments, result) -> implementation.apply(arguments.config()).null_());
    instance.funcOverImages(
        "true",
        CodecOfWords.TRUE,
        (arguments, result) -> result.putBool(0, implementation.apply(arguments.config()).true_()));
    instance.funcOverImages(
        "yield",
        CodecOfWords.YIELD,
        (arguments, result) -> implementation.apply(arguments.config()).yield());
    instance.funcOverImages(
        "var",
        CodecOfWords.VAR,
        (arguments, result) -> implementation.apply(arguments.config()).var());
    instance.funcOverImages(
        "sealed",
        CodecOfWords.SEALED,
        (arguments, result) -> implementation.apply(arguments.config()).sealed());
    instance.funcOverImages(
        "get-class",
        CodecOfWords.GET_CLASS,
        (arguments, result) -> result.putString(
            0, implementation.apply(arguments.config()).getClass_()));
    instance.funcOverImages(
        "hash-code",
        CodecOfWords.HASH_CODE,
        (arguments, result) -> result.putLong(
            0, implementation.apply(arguments.config()).hashCode_()));
    instance.funcOverImages(
        "equals",
        CodecOfWords.EQUALS,
        (arguments, result) -> result.putBool(
            0, implementation.apply(arguments.config()).equals(arguments.getInt(0))));
    instance.funcOverImages(
        "to-string",
        CodecOfWords.TO_STRING,
        (arguments, result) -> result.putString(
            0, implementation.apply(arguments.config()).toString_()));
    instance.funcOverImages(
        "clone",
        CodecOfWords.CLONE,
        (arguments, result) -> implementation.apply(arguments.config()).clone_());
    instance.funcOverImages(
        "finalize",
        CodecOfWords.FINALIZE,
        (arguments, result) -> implementation.apply(arguments.config()).finalize_());
    instance.funcOverImages(
        "notify",
        CodecOfWords.NOTIFY,
        (arguments, result) -> implementation.apply(arguments.config()).notify_());
    instance.funcOverImages(
        "notify-all",
        CodecOfWords.NOTIFY_ALL,
        (arguments, result) -> implementation.apply(arguments.config()).notifyAll_());
    instance.funcOverImages(
        "wait",
        CodecOfWords.WAIT,
        (arguments, result) -> implementation.apply(arguments.config()).wait_());
    instance.funcOverImages(
        "wait-for",
        CodecOfWords.WAIT_FOR,
        (arguments, result) -> implementation.apply(arguments.config()).waitFor(
            arguments.getLong(0)));
    instance.funcOverImages(
        "close",
        CodecOfWords.CLOSE,
        (arguments, result) -> implementation.apply(arguments.config()).close());
    instance.funcOverImages(
        "instantiate",
        CodecOfWords.INSTANTIATE,
        (arguments, result) -> implementation.apply(arguments.config()).instantiate());
    instance.funcOverImages(
        "prepare",
        CodecOfWords.PREPARE,
        (arguments, result) -> implementation.apply(arguments.config()).prepare());
    instance.funcOverImages(
        "add-to",
        CodecOfWords.ADD_TO,
        (arguments, result) -> implementation.apply(arguments.config()).addTo());
    instance.funcOverImages(
        "call",
        CodecOfWords.CALL,
        (arguments, result) -> result.putInt(0, implementation.apply(arguments.config()).call()));
    instance.funcOverImages(
        "invoke",
        CodecOfWords.INVOKE,
        (arguments, result) -> result.putInt(0, implementation.apply(arguments.config()).invoke()));
  }
}
