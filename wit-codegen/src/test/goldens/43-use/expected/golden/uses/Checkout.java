package golden.uses;

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
import golden.uses.basket.Basket;
import golden.uses.basket.HostBasket;
import golden.uses.basket.abi.CodecOfBasket;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The basket goes both ways, its types are imported only.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:uses checkout")
@NullMarked
public final class Checkout extends GuestWorld {
  private static final WorldType<Checkout> WORLD = WorldType.of(
      Checkout::new,
      ExportTypes.builder("Checkout", "use.wit")
          .func("golden:uses/basket", "total", CodecOfBasket.TOTAL)
          .func("golden:uses/basket", "cheapest", CodecOfBasket.CHEAPEST)
          .build());

  private final Basket basket;

  private Checkout(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.basket = Basket.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Checkout instantiate(Component component, HostBasket basket) {
    return instantiate(component, StoreConfig.defaults(), basket);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Checkout instantiate(Component component, StoreConfig config, HostBasket basket) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, basket));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Checkout> prepare(Component component, HostBasket basket) {
    return WORLD.prepare(component, linker -> addTo(linker, basket));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Checkout> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostBasket> basket) {
    return WORLD.prepare(component, linker -> addPerStore(linker, basket));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Checkout> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostBasket basket) {
    HostBasket.addTo(linker, basket);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param basket what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostBasket> basket) {
    HostBasket.addPerStore(linker, basket);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Checkout bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:uses/basket}. */
  public Basket basket() {
    return basket;
  }
}
