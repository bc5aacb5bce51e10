package golden.shops;

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
import golden.shops.imports.abi.CodecOfImports;
import golden.shops.prepared.abi.CodecOfPrepared;
import golden.shops.shop.ShopFunctions;
import golden.shops.shop.abi.CodecOfShop;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code shops}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:shops shops")
@NullMarked
public final class Shops implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Shops", "world-named-like-interface.wit")
      .func("golden:shops/shop", "find", CodecOfShop.FIND)
      .func("golden:shops/imports", "count", CodecOfImports.COUNT)
      .func("golden:shops/prepared", "ready", CodecOfPrepared.READY)
      .build();

  private final @Nullable Store ownStore;
  private final ShopFunctions shop;
  private final golden.shops.imports.Imports imports;
  private final golden.shops.prepared.Prepared prepared;

  private Shops(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.shop = ShopFunctions.of(exports);
    this.imports = golden.shops.imports.Imports.of(exports);
    this.prepared = golden.shops.prepared.Prepared.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Shops instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Shops instantiate(Component component, StoreConfig config, Imports imports) {
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
    golden.shops.imports.shop.ShopFunctions.addTo(linker, imports.shop());
    golden.shops.imports.imports.Imports.addTo(linker, imports.imports());
    golden.shops.imports.prepared.Prepared.addTo(linker, imports.prepared());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    golden.shops.imports.shop.ShopFunctions.addPerStore(
        linker, config -> imports.apply(config).shop());
    golden.shops.imports.imports.Imports.addPerStore(
        linker, config -> imports.apply(config).imports());
    golden.shops.imports.prepared.Prepared.addPerStore(
        linker, config -> imports.apply(config).prepared());
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Shops bind(Instance instance) {
    return new Shops(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:shops/shop}. */
  public ShopFunctions shop() {
    return shop;
  }

  /** {@code golden:shops/imports}. */
  public golden.shops.imports.Imports imports() {
    return imports;
  }

  /** {@code golden:shops/prepared}. */
  public golden.shops.prepared.Prepared prepared() {
    return prepared;
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
    public Shops instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Shops instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Shops(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Shops instantiate(Store store) {
      return new Shops(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:shops shops} needs of its host. */
  public interface Imports {
    /** {@code golden:shops/shop}. */
    golden.shops.imports.shop.ShopFunctions shop();

    /** {@code golden:shops/imports}. */
    golden.shops.imports.imports.Imports imports();

    /** {@code golden:shops/prepared}. */
    golden.shops.imports.prepared.Prepared prepared();

    /** Imports that are given one by one. */
    static Imports of(golden.shops.imports.shop.ShopFunctions shop,
        golden.shops.imports.imports.Imports imports,
        golden.shops.imports.prepared.Prepared prepared) {
      record Given(
          golden.shops.imports.shop.ShopFunctions shop,
          golden.shops.imports.imports.Imports imports,
          golden.shops.imports.prepared.Prepared prepared) implements Imports {}
      return new Given(shop, imports, prepared);
    }
  }
}
