package golden.keyword_types;

import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Generated;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.keyword_types.words.Words;
import golden.keyword_types.words.abi.CodecOfWords;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code vocabulary}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:keyword-types vocabulary")
@NullMarked
public final class Vocabulary implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Vocabulary", "keywords-as-types.wit")
      .func("golden:keyword-types/words", "objects", CodecOfWords.OBJECTS)
      .func("golden:keyword-types/words", "lists", CodecOfWords.LISTS)
      .func("golden:keyword-types/words", "others", CodecOfWords.OTHERS)
      .func("golden:keyword-types/words", "images", CodecOfWords.IMAGES)
      .func("golden:keyword-types/words", "odd", CodecOfWords.ODD)
      .build();

  private final @Nullable Store ownStore;
  private final Words words;

  private Vocabulary(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.words = Words.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Vocabulary instantiate(Component component,
      golden.keyword_types.imports.words.Words words) {
    return instantiate(component, StoreConfig.defaults(), words);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Vocabulary instantiate(Component component, StoreConfig config,
      golden.keyword_types.imports.words.Words words) {
    try (Prepared prepared = prepare(component, words)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component,
      golden.keyword_types.imports.words.Words words) {
    var linker = new Linker(component.engine());
    addTo(linker, words);
    return prepare(component, linker);
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own. They are
   * asked for by the configuration of the store, maybe at each call of its guest and by the threads
   * of all stores: of one configuration they must always be the same.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared preparePerStore(Component component,
      Function<StoreConfig, ? extends golden.keyword_types.imports.words.Words> words) {
    var linker = new Linker(component.engine());
    addPerStore(linker, words);
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Linker linker) {
    return new Prepared(component, EXPORTS.bind(component), linker.instantiatePre(component));
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, golden.keyword_types.imports.words.Words words) {
    golden.keyword_types.imports.words.Words.addTo(linker, words);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param words what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends golden.keyword_types.imports.words.Words> words) {
    golden.keyword_types.imports.words.Words.addPerStore(linker, words);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Vocabulary bind(Instance instance) {
    return new Vocabulary(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:keyword-types/words}. */
  public Words words() {
    return words;
  }

  /** Closes the store, if it was made for this instance; a store that was given stays open. */
  @Override
  public void close() {
    if (ownStore != null) {
      ownStore.close();
    }
  }

  /**
   * A component that is linked: instantiating it takes microseconds. Thread-safe; instances go on
   * working after it is closed.
   */
  public static final class Prepared implements AutoCloseable {
    private final Component component;
    private final ExportTypes.Bound exports;
    private final InstancePre linked;

    private Prepared(Component component, ExportTypes.Bound exports, InstancePre linked) {
      this.component = component;
      this.exports = exports;
      this.linked = linked;
    }

    /** Makes an instance in a store of its own, which grants nothing. */
    public Vocabulary instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Vocabulary instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Vocabulary(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Vocabulary instantiate(Store store) {
      return new Vocabulary(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
