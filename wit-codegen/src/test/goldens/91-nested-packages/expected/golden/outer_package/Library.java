package golden.outer_package;

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
import golden.outer_package.inner.films.titles.HostTitles;
import golden.outer_package.inner.films.titles.Titles;
import golden.outer_package.inner.films.titles.abi.CodecOfTitles;
import golden.outer_package.shelf.HostShelf;
import golden.outer_package.shelf.Shelf;
import golden.outer_package.shelf.abi.CodecOfShelf;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code library}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:outer-package library")
@NullMarked
public final class Library extends GuestWorld {
  private static final WorldType<Library> WORLD = WorldType.of(
      Library::new,
      ExportTypes.builder("Library", "nested-packages.wit")
          .func("golden:outer-package/shelf", "arrange", CodecOfShelf.ARRANGE)
          .func("inner:films/titles", "longest", CodecOfTitles.LONGEST)
          .build());

  private final Shelf shelf;
  private final Titles titles;

  private Library(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.shelf = Shelf.of(exports);
    this.titles = Titles.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Library> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Library> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
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
  public static void addTo(Linker linker, Imports imports) {
    HostShelf.addTo(linker, imports.shelf());
    HostTitles.addTo(linker, imports.titles());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostShelf.addPerStore(linker, config -> imports.apply(config).shelf());
    HostTitles.addPerStore(linker, config -> imports.apply(config).titles());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:outer-package/shelf}. */
  public Shelf shelf() {
    return shelf;
  }

  /** {@code inner:films/titles}. */
  public Titles titles() {
    return titles;
  }

  /** What {@code golden:outer-package library} needs of its host. */
  public interface Imports {
    /** {@code golden:outer-package/shelf}. */
    HostShelf shelf();

    /** {@code inner:films/titles}. */
    HostTitles titles();

    /** Imports that are given one by one. */
    static Imports of(HostShelf shelf, HostTitles titles) {
      record Given(HostShelf shelf, HostTitles titles) implements Imports {}
      return new Given(shelf, titles);
    }
  }
}
