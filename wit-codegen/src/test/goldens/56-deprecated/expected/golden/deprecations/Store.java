package golden.deprecations;

import dev.switchblade.Component;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.deprecations.market.HostMarket;
import golden.deprecations.market.Market;
import golden.deprecations.market.abi.CodecOfMarket;
import golden.deprecations.shop.HostShop;
import golden.deprecations.shop.Shop;
import golden.deprecations.shop.abi.CodecOfShop;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code store}.
 *
 * <p>An instance of a component, used as {@link dev.switchblade.Store} says: one call at a time.
 *
 * @deprecated since version 2.0.0
 */
@Deprecated
@Generated("world golden:deprecations@2.0.0 store")
@NullMarked
@SuppressWarnings("deprecation")
public final class Store extends GuestWorld {
  private static final WorldType<Store> WORLD = WorldType.of(
      Store::new,
      ExportTypes.builder("Store", "deprecated.wit")
          .func("golden:deprecations/shop@2.0.0", "buy", CodecOfShop.BUY)
          .func("golden:deprecations/shop@2.0.0", "redeem", CodecOfShop.REDEEM)
          .func("golden:deprecations/shop@2.0.0", "scan", CodecOfShop.SCAN)
          .func("golden:deprecations/shop@2.0.0", "[constructor]basket", CodecOfShop.NEW_BASKET)
          .func("golden:deprecations/shop@2.0.0", "[method]basket.pay", CodecOfShop.BASKET_PAY)
          .func("golden:deprecations/shop@2.0.0", "order", CodecOfShop.ORDER)
          .func("golden:deprecations/market@2.0.0", "open", CodecOfMarket.OPEN)
          .build());

  private final Shop shop;
  private final Market market;

  private Store(Exports exports, dev.switchblade. @Nullable Store ownStore) {
    super(ownStore);
    this.shop = Shop.of(exports);
    this.market = Market.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Store instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Store instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Store> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Store> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Store> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostShop.addTo(linker, imports.shop());
    HostMarket.addTo(linker, imports.market());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostShop.addPerStore(linker, config -> imports.apply(config).shop());
    HostMarket.addPerStore(linker, config -> imports.apply(config).market());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Store bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:deprecations/shop@2.0.0}. */
  public Shop shop() {
    return shop;
  }

  /** {@code golden:deprecations/market@2.0.0}. */
  public Market market() {
    return market;
  }

  /** What {@code golden:deprecations@2.0.0 store} needs of its host. */
  public interface Imports {
    /** {@code golden:deprecations/shop@2.0.0}. */
    HostShop shop();

    /** {@code golden:deprecations/market@2.0.0}. */
    HostMarket market();

    /** Imports that are given one by one. */
    static Imports of(HostShop shop, HostMarket market) {
      record Given(HostShop shop, HostMarket market) implements Imports {}
      return new Given(shop, market);
    }
  }
}
