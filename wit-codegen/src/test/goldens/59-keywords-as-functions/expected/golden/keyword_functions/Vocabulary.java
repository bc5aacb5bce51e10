package golden.keyword_functions;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.keyword_functions.abi.CodecOfVocabulary;
import golden.keyword_functions.words.HostWords;
import golden.keyword_functions.words.Words;
import golden.keyword_functions.words.abi.CodecOfWords;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code vocabulary}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:keyword-functions vocabulary")
@NullMarked
public final class Vocabulary extends GuestWorld {
  private static final WorldType<Vocabulary> WORLD = WorldType.of(
      Vocabulary::new,
      ExportTypes.builder("Vocabulary", "keywords-as-functions.wit")
          .func("", "do", CodecOfVocabulary.DO)
          .func("", "get-class", CodecOfVocabulary.GET_CLASS)
          .func("", "to-string", CodecOfVocabulary.TO_STRING)
          .func("", "wait", CodecOfVocabulary.WAIT)
          .func("", "close", CodecOfVocabulary.CLOSE)
          .func("", "instantiate", CodecOfVocabulary.INSTANTIATE)
          .func("", "prepare", CodecOfVocabulary.PREPARE)
          .func("", "words-of", CodecOfVocabulary.WORDS_OF)
          .func("golden:keyword-functions/words", "abstract", CodecOfWords.ABSTRACT)
          .func("golden:keyword-functions/words", "class", CodecOfWords.CLASS)
          .func("golden:keyword-functions/words", "int", CodecOfWords.INT)
          .func("golden:keyword-functions/words", "default", CodecOfWords.DEFAULT)
          .func("golden:keyword-functions/words", "interface", CodecOfWords.INTERFACE)
          .func("golden:keyword-functions/words", "static", CodecOfWords.STATIC)
          .func("golden:keyword-functions/words", "enum", CodecOfWords.ENUM)
          .func("golden:keyword-functions/words", "goto", CodecOfWords.GOTO)
          .func("golden:keyword-functions/words", "null", CodecOfWords.NULL)
          .func("golden:keyword-functions/words", "true", CodecOfWords.TRUE)
          .func("golden:keyword-functions/words", "yield", CodecOfWords.YIELD)
          .func("golden:keyword-functions/words", "var", CodecOfWords.VAR)
          .func("golden:keyword-functions/words", "sealed", CodecOfWords.SEALED)
          .func("golden:keyword-functions/words", "get-class", CodecOfWords.GET_CLASS)
          .func("golden:keyword-functions/words", "hash-code", CodecOfWords.HASH_CODE)
          .func("golden:keyword-functions/words", "equals", CodecOfWords.EQUALS)
          .func("golden:keyword-functions/words", "to-string", CodecOfWords.TO_STRING)
          .func("golden:keyword-functions/words", "clone", CodecOfWords.CLONE)
          .func("golden:keyword-functions/words", "finalize", CodecOfWords.FINALIZE)
          .func("golden:keyword-functions/words", "notify", CodecOfWords.NOTIFY)
          .func("golden:keyword-functions/words", "notify-all", CodecOfWords.NOTIFY_ALL)
          .func("golden:keyword-functions/words", "wait", CodecOfWords.WAIT)
          .func("golden:keyword-functions/words", "wait-for", CodecOfWords.WAIT_FOR)
          .func("golden:keyword-functions/words", "close", CodecOfWords.CLOSE)
          .func("golden:keyword-functions/words", "instantiate", CodecOfWords.INSTANTIATE)
          .func("golden:keyword-functions/words", "prepare", CodecOfWords.PREPARE)
          .func("golden:keyword-functions/words", "add-to", CodecOfWords.ADD_TO)
          .func("golden:keyword-functions/words", "call", CodecOfWords.CALL)
          .func("golden:keyword-functions/words", "invoke", CodecOfWords.INVOKE)
          .build());

  private final Func do_;
  private final Func getClass_;
  private final Func toString_;
  private final Func wait_;
  private final Func close;
  private final Func instantiate;
  private final Func prepare;
  private final Func wordsOf;
  private final Words words;

  private Vocabulary(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.do_ = exports.func(0);
    this.getClass_ = exports.func(1);
    this.toString_ = exports.func(2);
    this.wait_ = exports.func(3);
    this.close = exports.func(4);
    this.instantiate = exports.func(5);
    this.prepare = exports.func(6);
    this.wordsOf = exports.func(7);
    this.words = Words.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Vocabulary instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Vocabulary instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Vocabulary> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Vocabulary> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Vocabulary> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
    HostWords.addTo(linker, imports.words());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
    HostWords.addPerStore(linker, config -> imports.apply(config).words());
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "do",
        CodecOfVocabulary.DO,
        (arguments, result) -> imports.apply(arguments.config()).do_());
    instance.funcOverImages(
        "get-class",
        CodecOfVocabulary.GET_CLASS,
        (arguments, result) -> imports.apply(arguments.config()).getClass_());
    instance.funcOverImages(
        "to-string",
        CodecOfVocabulary.TO_STRING,
        (arguments, result) -> result.putString(0, imports.apply(arguments.config()).toString_()));
    instance.funcOverImages(
        "wait",
        CodecOfVocabulary.WAIT,
        (arguments, result) -> imports.apply(arguments.config()).wait_());
    instance.funcOverImages(
        "close",
        CodecOfVocabulary.CLOSE,
        (arguments, result) -> imports.apply(arguments.config()).close());
    instance.funcOverImages(
        "instantiate",
        CodecOfVocabulary.INSTANTIATE,
        (arguments, result) -> imports.apply(arguments.config()).instantiate());
    instance.funcOverImages(
        "prepare",
        CodecOfVocabulary.PREPARE,
        (arguments, result) -> imports.apply(arguments.config()).prepare());
    instance.funcOverImages(
        "words-of",
        CodecOfVocabulary.WORDS_OF,
        (arguments, result) -> imports.apply(arguments.config()).wordsOf());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Vocabulary bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code do}. */
  public void do_() {
    try (Call call = this.do_.begin()) {
      call.invoke();
    }
  }

  /** {@code get-class}. */
  public void getClass_() {
    try (Call call = this.getClass_.begin()) {
      call.invoke();
    }
  }

  /** {@code to-string}. */
  public String toString_() {
    try (Call call = this.toString_.begin()) {
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code wait}. */
  public void wait_() {
    try (Call call = this.wait_.begin()) {
      call.invoke();
    }
  }

  /** {@code close}. */
  public void close_() {
    try (Call call = this.close.begin()) {
      call.invoke();
    }
  }

  /** {@code instantiate}. */
  public void instantiate_() {
    try (Call call = this.instantiate.begin()) {
      call.invoke();
    }
  }

  /** {@code prepare}. */
  public void prepare_() {
    try (Call call = this.prepare.begin()) {
      call.invoke();
    }
  }

  /** {@code words-of}. */
  public void wordsOf() {
    try (Call call = this.wordsOf.begin()) {
      call.invoke();
    }
  }

  /** {@code golden:keyword-functions/words}. */
  public Words words() {
    return words;
  }

  /** What {@code golden:keyword-functions vocabulary} needs of its host. */
  public interface Imports {
    /** {@code do}. */
    void do_();

    /** {@code get-class}. */
    void getClass_();

    /** {@code to-string}. */
    String toString_();

    /** {@code wait}. */
    void wait_();

    /** {@code close}. */
    void close();

    /** {@code instantiate}. */
    void instantiate();

    /** {@code prepare}. */
    void prepare();

    /** {@code words-of}. */
    void wordsOf();

    /** {@code golden:keyword-functions/words}. */
    HostWords words();
  }
}
