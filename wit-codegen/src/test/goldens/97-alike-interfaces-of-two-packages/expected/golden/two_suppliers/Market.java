package golden.two_suppliers;

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
import golden.two_suppliers.north.supply.prices.HostPrices;
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
public final class Market extends GuestWorld {
  private static final WorldType<Market> WORLD = WorldType.of(
      Market::new,
      ExportTypes.builder("Market", "alike-interfaces-of-two-packages.wit")
          .func("north:supply/prices", "of", CodecOfPrices.OF)
          .func(
              "south:supply/prices",
              "of",
              golden.two_suppliers.south.supply.prices.abi.CodecOfPrices.OF)
          .build());

  private final Prices prices;
  private final golden.two_suppliers.south.supply.prices.Prices southSupplyPrices;

  private Market(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.prices = Prices.of(exports);
    this.southSupplyPrices = golden.two_suppliers.south.supply.prices.Prices.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Market instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Market instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Market> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Market> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Market> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostPrices.addTo(linker, imports.prices());
    golden.two_suppliers.south.supply.prices.HostPrices.addTo(linker, imports.southSupplyPrices());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostPrices.addPerStore(linker, config -> imports.apply(config).prices());
    golden.two_suppliers.south.supply.prices.HostPrices.addPerStore(
        linker, config -> imports.apply(config).southSupplyPrices());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Market bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code north:supply/prices}. */
  public Prices prices() {
    return prices;
  }

  /** {@code south:supply/prices}. */
  public golden.two_suppliers.south.supply.prices.Prices southSupplyPrices() {
    return southSupplyPrices;
  }

  /** What {@code golden:two-suppliers market} needs of its host. */
  public interface Imports {
    /** {@code north:supply/prices}. */
    HostPrices prices();

    /** {@code south:supply/prices}. */
    golden.two_suppliers.south.supply.prices.HostPrices southSupplyPrices();

    /** Imports that are given one by one. */
    static Imports of(HostPrices prices,
        golden.two_suppliers.south.supply.prices.HostPrices southSupplyPrices) {
      record Given(
          HostPrices prices,
          golden.two_suppliers.south.supply.prices.HostPrices southSupplyPrices) implements Imports {}
      return new Given(prices, southSupplyPrices);
    }
  }
}
