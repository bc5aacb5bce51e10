package golden.two_suppliers;

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
import golden.two_suppliers.north.supply.prices.Prices;
import golden.two_suppliers.north.supply.prices.abi.CodecOfPrices;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code market}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:two-suppliers market")
@NullMarked
public final class Market implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Market", "alike-interfaces-of-two-packages.wit")
      .func("north:supply/prices", "of", CodecOfPrices.OF)
      .func(
          "south:supply/prices",
          "of",
          golden.two_suppliers.south.supply.prices.abi.CodecOfPrices.OF)
      .build();

  private final @Nullable Store ownStore;
  private final Prices prices;
  private final golden.two_suppliers.south.supply.prices.Prices southSupplyPrices;

  private Market(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.prices = Prices.of(exports);
    this.southSupplyPrices = golden.two_suppliers.south.supply.prices.Prices.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Market instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Market instantiate(Component component, StoreConfig config, Imports imports) {
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
    golden.two_suppliers.imports.north.supply.prices.Prices.addTo(linker, imports.prices());
    golden.two_suppliers.imports.south.supply.prices.Prices.addTo(
        linker, imports.southSupplyPrices());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    golden.two_suppliers.imports.north.supply.prices.Prices.addPerStore(
        linker, config -> imports.apply(config).prices());
    golden.two_suppliers.imports.south.supply.prices.Prices.addPerStore(
        linker, config -> imports.apply(config).southSupplyPrices());
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Market bind(Instance instance) {
    return new Market(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code north:supply/prices}. */
  public Prices prices() {
    return prices;
  }

  /** {@code south:supply/prices}. */
  public golden.two_suppliers.south.supply.prices.Prices southSupplyPrices() {
    return southSupplyPrices;
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
    public Market instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Market instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Market(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Market instantiate(Store store) {
      return new Market(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:two-suppliers market} needs of its host. */
  public interface Imports {
    /** {@code north:supply/prices}. */
    golden.two_suppliers.imports.north.supply.prices.Prices prices();

    /** {@code south:supply/prices}. */
    golden.two_suppliers.imports.south.supply.prices.Prices southSupplyPrices();

    /** Imports that are given one by one. */
    static Imports of(golden.two_suppliers.imports.north.supply.prices.Prices prices,
        golden.two_suppliers.imports.south.supply.prices.Prices southSupplyPrices) {
      record Given(
          golden.two_suppliers.imports.north.supply.prices.Prices prices,
          golden.two_suppliers.imports.south.supply.prices.Prices southSupplyPrices) implements Imports {}
      return new Given(prices, southSupplyPrices);
    }
  }
}
