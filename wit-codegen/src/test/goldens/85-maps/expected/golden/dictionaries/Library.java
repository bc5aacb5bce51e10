package golden.dictionaries;

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
import golden.dictionaries.dictionaries.Dictionaries;
import golden.dictionaries.dictionaries.HostDictionaries;
import golden.dictionaries.dictionaries.abi.CodecOfDictionaries;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code library}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:dictionaries library")
@NullMarked
public final class Library extends GuestWorld {
  private static final WorldType<Library> WORLD = WorldType.of(
      Library::new,
      ExportTypes.builder("Library", "maps.wit")
          .func("golden:dictionaries/dictionaries", "count", CodecOfDictionaries.COUNT)
          .func("golden:dictionaries/dictionaries", "index", CodecOfDictionaries.INDEX)
          .func("golden:dictionaries/dictionaries", "nested", CodecOfDictionaries.NESTED)
          .build());

  private final Dictionaries dictionaries;

  private Library(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.dictionaries = Dictionaries.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library instantiate(Component component, HostDictionaries dictionaries) {
    return instantiate(component, StoreConfig.defaults(), dictionaries);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library instantiate(Component component, StoreConfig config,
      HostDictionaries dictionaries) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, dictionaries));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Library> prepare(Component component, HostDictionaries dictionaries) {
    return WORLD.prepare(component, linker -> addTo(linker, dictionaries));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Library> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostDictionaries> dictionaries) {
    return WORLD.prepare(component, linker -> addPerStore(linker, dictionaries));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Library> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostDictionaries dictionaries) {
    HostDictionaries.addTo(linker, dictionaries);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param dictionaries what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostDictionaries> dictionaries) {
    HostDictionaries.addPerStore(linker, dictionaries);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:dictionaries/dictionaries}. */
  public Dictionaries dictionaries() {
    return dictionaries;
  }
}
