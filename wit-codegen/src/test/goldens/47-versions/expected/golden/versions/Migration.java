package golden.versions;

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
import golden.versions.bridge.Bridge;
import golden.versions.bridge.HostBridge;
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
public final class Migration extends GuestWorld {
  private static final WorldType<Migration> WORLD = WorldType.of(
      Migration::new,
      ExportTypes.builder("Migration", "versions.wit")
          .func("golden:versions/bridge@3.1.4", "upgrade", CodecOfBridge.UPGRADE)
          .build());

  private final Bridge bridge;

  private Migration(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.bridge = Bridge.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Migration instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Migration instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Migration> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Migration> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Migration> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    Stock.addTo(linker, imports.stock());
    golden.versions.parts.bin.v2_0_0.stock.Stock.addTo(linker, imports.partsBinStock());
    HostBridge.addTo(linker, imports.bridge());
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
    HostBridge.addPerStore(linker, config -> imports.apply(config).bridge());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Migration bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:versions/bridge@3.1.4}. */
  public Bridge bridge() {
    return bridge;
  }

  /** What {@code golden:versions@3.1.4 migration} needs of its host. */
  public interface Imports {
    /** {@code parts:bin/stock@1.0.0}. */
    Stock stock();

    /** {@code parts:bin/stock@2.0.0}. */
    golden.versions.parts.bin.v2_0_0.stock.Stock partsBinStock();

    /** {@code golden:versions/bridge@3.1.4}. */
    HostBridge bridge();

    /** Imports that are given one by one. */
    static Imports of(Stock stock, golden.versions.parts.bin.v2_0_0.stock.Stock partsBinStock,
        HostBridge bridge) {
      record Given(
          Stock stock,
          golden.versions.parts.bin.v2_0_0.stock.Stock partsBinStock,
          HostBridge bridge) implements Imports {}
      return new Given(stock, partsBinStock, bridge);
    }
  }
}
