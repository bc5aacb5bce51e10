package golden.versions;

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
import golden.versions.bridge.Bridge;
import golden.versions.bridge.abi.CodecOfBridge;
import golden.versions.parts.bin.v1_0_0.stock.Stock;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code migration}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:versions@3.1.4 migration")
@NullMarked
public final class Migration implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Migration", "versions.wit")
      .func("golden:versions/bridge@3.1.4", "upgrade", CodecOfBridge.UPGRADE)
      .build();

  private final @Nullable Store ownStore;
  private final Bridge bridge;

  private Migration(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.bridge = Bridge.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Migration instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Migration instantiate(Component component, StoreConfig config, Imports imports) {
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
    Stock.addTo(linker, imports.stock());
    golden.versions.parts.bin.v2_0_0.stock.Stock.addTo(linker, imports.partsBinStock());
    golden.versions.imports.bridge.Bridge.addTo(linker, imports.bridge());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    Stock.addPerStore(linker, config -> imports.apply(config).stock());
    golden.versions.parts.bin.v2_0_0.stock.Stock.addPerStore(
        linker, config -> imports.apply(config).partsBinStock());
    golden.versions.imports.bridge.Bridge.addPerStore(
        linker, config -> imports.apply(config).bridge());
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Migration bind(Instance instance) {
    return new Migration(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:versions/bridge@3.1.4}. */
  public Bridge bridge() {
    return bridge;
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
    public Migration instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Migration instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Migration(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Migration instantiate(Store store) {
      return new Migration(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:versions@3.1.4 migration} needs of its host. */
  public interface Imports {
    /** {@code parts:bin/stock@1.0.0}. */
    Stock stock();

    /** {@code parts:bin/stock@2.0.0}. */
    golden.versions.parts.bin.v2_0_0.stock.Stock partsBinStock();

    /** {@code golden:versions/bridge@3.1.4}. */
    golden.versions.imports.bridge.Bridge bridge();

    /** Imports that are given one by one. */
    static Imports of(Stock stock, golden.versions.parts.bin.v2_0_0.stock.Stock partsBinStock,
        golden.versions.imports.bridge.Bridge bridge) {
      record Given(
          Stock stock,
          golden.versions.parts.bin.v2_0_0.stock.Stock partsBinStock,
          golden.versions.imports.bridge.Bridge bridge) implements Imports {}
      return new Given(stock, partsBinStock, bridge);
    }
  }
}
