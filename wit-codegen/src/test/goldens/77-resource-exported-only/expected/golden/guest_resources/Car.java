package golden.guest_resources;

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
import golden.guest_resources.engines.Engines;
import golden.guest_resources.engines.abi.CodecOfEngines;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Nobody imports it, so a forwarder has nothing to forward to.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:guest-resources car")
@NullMarked
public final class Car implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Car", "resource-exported-only.wit")
      .func("golden:guest-resources/engines", "[constructor]engine", CodecOfEngines.NEW_ENGINE)
      .func("golden:guest-resources/engines", "[method]engine.start", CodecOfEngines.ENGINE_START)
      .func("golden:guest-resources/engines", "[method]engine.rpm", CodecOfEngines.ENGINE_RPM)
      .build();

  private final @Nullable Store ownStore;
  private final Engines engines;

  private Car(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.engines = Engines.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Car instantiate(Component component) {
    return instantiate(component, StoreConfig.defaults());
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Car instantiate(Component component, StoreConfig config) {
    try (Prepared prepared = prepare(component)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component) {
    var linker = new Linker(component.engine());
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker, which needs nothing in it.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Linker linker) {
    return new Prepared(component, EXPORTS.bind(component), linker.instantiatePre(component));
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Car bind(Instance instance) {
    return new Car(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:guest-resources/engines}. */
  public Engines engines() {
    return engines;
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
    public Car instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Car instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Car(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Car instantiate(Store store) {
      return new Car(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
