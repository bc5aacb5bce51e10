package golden.everything;

import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Generated;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.StoreConfig;
import golden.everything.things.Things;
import golden.everything.things.abi.CodecOfThings;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code store}.
 *
 * <p>An instance of a component, used as {@link dev.switchblade.Store} says: one call at a time.
 */
@Generated("world golden:everything store")
@NullMarked
public final class Store implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Store", "record-of-everything.wit")
      .func("golden:everything/things", "keep", CodecOfThings.KEEP)
      .build();

  private final dev.switchblade. @Nullable Store ownStore;
  private final Things things;

  private Store(Exports exports, dev.switchblade. @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.things = Things.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Store instantiate(Component component,
      golden.everything.imports.things.Things things) {
    return instantiate(component, StoreConfig.defaults(), things);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Store instantiate(Component component, StoreConfig config,
      golden.everything.imports.things.Things things) {
    try (Prepared prepared = prepare(component, things)) {
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
      golden.everything.imports.things.Things things) {
    var linker = new Linker(component.engine());
    addTo(linker, things);
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
      Function<StoreConfig, ? extends golden.everything.imports.things.Things> things) {
    var linker = new Linker(component.engine());
    addPerStore(linker, things);
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
  public static void addTo(Linker linker, golden.everything.imports.things.Things things) {
    golden.everything.imports.things.Things.addTo(linker, things);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param things what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends golden.everything.imports.things.Things> things) {
    golden.everything.imports.things.Things.addPerStore(linker, things);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Store bind(Instance instance) {
    return new Store(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:everything/things}. */
  public Things things() {
    return things;
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
    public Store instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Store instantiate(StoreConfig config) {
      var store = new dev.switchblade.Store(component.engine(), config);
      try {
        return new Store(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Store instantiate(dev.switchblade.Store store) {
      return new Store(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
