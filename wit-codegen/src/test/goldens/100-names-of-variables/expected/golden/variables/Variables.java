package golden.variables;

import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Generated;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.variables.given.Given;
import golden.variables.given.abi.CodecOfGiven;
import golden.variables.instance.Instance;
import golden.variables.instance.abi.CodecOfInstance;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code variables}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:variables variables")
@NullMarked
public final class Variables implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Variables", "names-of-variables.wit")
      .func("golden:variables/given", "compare", CodecOfGiven.COMPARE)
      .func("golden:variables/given", "compress-in-place", CodecOfGiven.COMPRESS_IN_PLACE)
      .func("golden:variables/given", "compress", CodecOfGiven.COMPRESS)
      .func("golden:variables/instance", "linker", CodecOfInstance.LINKER)
      .build();

  private final @Nullable Store ownStore;
  private final Given given;
  private final Instance instance;

  private Variables(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.given = Given.of(exports);
    this.instance = Instance.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Variables instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Variables instantiate(Component component, StoreConfig config, Imports imports) {
    try (Prepared prepared = prepare(component, imports)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Imports imports) {
    var linker = new Linker(component.engine());
    addTo(linker, imports);
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
      Function<StoreConfig, ? extends Imports> imports) {
    var linker = new Linker(component.engine());
    addPerStore(linker, imports);
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
  public static void addTo(Linker linker, Imports imports) {
    golden.variables.imports.given.Given.addTo(linker, imports.given());
    golden.variables.imports.instance.Instance.addTo(linker, imports.instance());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    golden.variables.imports.given.Given.addPerStore(
        linker, config -> imports.apply(config).given());
    golden.variables.imports.instance.Instance.addPerStore(
        linker, config -> imports.apply(config).instance());
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Variables bind(dev.switchblade.Instance instance) {
    return new Variables(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:variables/given}. */
  public Given given() {
    return given;
  }

  /** {@code golden:variables/instance}. */
  public Instance instance() {
    return instance;
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
    public Variables instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Variables instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Variables(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Variables instantiate(Store store) {
      return new Variables(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:variables variables} needs of its host. */
  public interface Imports {
    /** {@code golden:variables/given}. */
    golden.variables.imports.given.Given given();

    /** {@code golden:variables/instance}. */
    golden.variables.imports.instance.Instance instance();

    /** Imports that are given one by one. */
    static Imports of(golden.variables.imports.given.Given given,
        golden.variables.imports.instance.Instance instance) {
      record Given_(
          golden.variables.imports.given.Given given,
          golden.variables.imports.instance.Instance instance) implements Imports {}
      return new Given_(given, instance);
    }
  }
}
