package golden.shops;

import dev.switchblade.Component;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.shops.imports.HostImports;
import golden.shops.imports.abi.CodecOfImports;
import golden.shops.prepared.HostPrepared;
import golden.shops.prepared.Prepared;
import golden.shops.prepared.abi.CodecOfPrepared;
import golden.shops.shop.HostShop;
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
public final class Shops extends GuestWorld {
  private static final WorldType<Shops> WORLD = WorldType.of(
      Shops::new,
      ExportTypes.builder("Shops", "world-named-like-interface.wit")
          .func("golden:shops/shop", "find", CodecOfShop.FIND)
          .func("golden:shops/imports", "count", CodecOfImports.COUNT)
          .func("golden:shops/prepared", "ready", CodecOfPrepared.READY)
          .build());

  private final ShopFunctions shop;
  private final golden.shops.imports.Imports imports;
  private final Prepared prepared;

  private Shops(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.shop = ShopFunctions.of(exports);
    this.imports = golden.shops.imports.Imports.of(exports);
    this.prepared = Prepared.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shops instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shops instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static dev.switchblade.Prepared<Shops> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static dev.switchblade.Prepared<Shops> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static dev.switchblade.Prepared<Shops> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostShop.addTo(linker, imports.shop());
    HostImports.addTo(linker, imports.imports());
    HostPrepared.addTo(linker, imports.prepared());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostShop.addPerStore(linker, config -> imports.apply(config).shop());
    HostImports.addPerStore(linker, config -> imports.apply(config).imports());
    HostPrepared.addPerStore(linker, config -> imports.apply(config).prepared());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shops bind(Instance instance) {
    return WORLD.bind(instance);
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
  public Prepared prepared() {
    return prepared;
  }

  /** What {@code golden:shops shops} needs of its host. */
  public interface Imports {
    /** {@code golden:shops/shop}. */
    HostShop shop();

    /** {@code golden:shops/imports}. */
    HostImports imports();

    /** {@code golden:shops/prepared}. */
    HostPrepared prepared();

    /** Imports that are given one by one. */
    static Imports of(HostShop shop, HostImports imports, HostPrepared prepared) {
      record Given(HostShop shop, HostImports imports, HostPrepared prepared) implements Imports {}
      return new Given(shop, imports, prepared);
    }
  }
}
