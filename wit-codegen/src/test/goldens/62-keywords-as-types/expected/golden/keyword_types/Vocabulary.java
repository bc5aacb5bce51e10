package golden.keyword_types;

import dev.switchblade.Component;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.keyword_types.words.HostWords;
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
public final class Vocabulary extends GuestWorld {
  private static final WorldType<Vocabulary> WORLD = WorldType.of(
      Vocabulary::new,
      ExportTypes.builder("Vocabulary", "keywords-as-types.wit")
          .func("golden:keyword-types/words", "objects", CodecOfWords.OBJECTS)
          .func("golden:keyword-types/words", "lists", CodecOfWords.LISTS)
          .func("golden:keyword-types/words", "others", CodecOfWords.OTHERS)
          .func("golden:keyword-types/words", "images", CodecOfWords.IMAGES)
          .func("golden:keyword-types/words", "odd", CodecOfWords.ODD)
          .func("golden:keyword-types/words", "many", CodecOfWords.MANY)
          .build());

  private final Words words;

  private Vocabulary(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.words = Words.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Vocabulary instantiate(Component component, HostWords words) {
    return instantiate(component, StoreConfig.defaults(), words);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Vocabulary instantiate(Component component, StoreConfig config, HostWords words) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, words));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Vocabulary> prepare(Component component, HostWords words) {
    return WORLD.prepare(component, linker -> addTo(linker, words));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Vocabulary> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostWords> words) {
    return WORLD.prepare(component, linker -> addPerStore(linker, words));
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
  public static void addTo(Linker linker, HostWords words) {
    HostWords.addTo(linker, words);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param words what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostWords> words) {
    HostWords.addPerStore(linker, words);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Vocabulary bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:keyword-types/words}. */
  public Words words() {
    return words;
  }
}
