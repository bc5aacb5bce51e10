package golden.resources;

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
import golden.resources.carts.Carts;
import golden.resources.carts.HostCarts;
import golden.resources.carts.abi.CodecOfCarts;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code shop}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:resources shop")
@NullMarked
public final class Shop extends GuestWorld {
  private static final WorldType<Shop> WORLD = WorldType.of(
      Shop::new,
      ExportTypes.builder("Shop", "resource.wit")
          .func("golden:resources/carts", "[constructor]cart", CodecOfCarts.NEW_CART)
          .func("golden:resources/carts", "[method]cart.add", CodecOfCarts.CART_ADD)
          .func("golden:resources/carts", "[method]cart.total", CodecOfCarts.CART_TOTAL)
          .func("golden:resources/carts", "[method]cart.items", CodecOfCarts.CART_ITEMS)
          .func("golden:resources/carts", "[static]cart.limit", CodecOfCarts.CART_LIMIT)
          .func("golden:resources/carts", "[static]cart.merge", CodecOfCarts.CART_MERGE)
          .build());

  private final Carts carts;

  private Shop(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.carts = Carts.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shop instantiate(Component component, HostCarts carts) {
    return instantiate(component, StoreConfig.defaults(), carts);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shop instantiate(Component component, StoreConfig config, HostCarts carts) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, carts));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Shop> prepare(Component component, HostCarts carts) {
    return WORLD.prepare(component, linker -> addTo(linker, carts));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Shop> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostCarts> carts) {
    return WORLD.prepare(component, linker -> addPerStore(linker, carts));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Shop> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostCarts carts) {
    HostCarts.addTo(linker, carts);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param carts what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostCarts> carts) {
    HostCarts.addPerStore(linker, carts);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shop bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:resources/carts}. */
  public Carts carts() {
    return carts;
  }
}
