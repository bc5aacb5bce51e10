package golden.escaped_names;

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
import golden.escaped_names.use.HostUse;
import golden.escaped_names.use.Use;
import golden.escaped_names.use.abi.CodecOfUse;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code world}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:escaped-names world")
@NullMarked
public final class World extends GuestWorld {
  private static final WorldType<World> WORLD = WorldType.of(
      World::new,
      ExportTypes.builder("World", "escaped-names.wit")
          .func("golden:escaped-names/use", "func", CodecOfUse.FUNC)
          .func("golden:escaped-names/use", "import", CodecOfUse.IMPORT)
          .build());

  private final Use use;

  private World(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.use = Use.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static World instantiate(Component component, HostUse use) {
    return instantiate(component, StoreConfig.defaults(), use);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static World instantiate(Component component, StoreConfig config, HostUse use) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, use));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<World> prepare(Component component, HostUse use) {
    return WORLD.prepare(component, linker -> addTo(linker, use));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<World> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostUse> use) {
    return WORLD.prepare(component, linker -> addPerStore(linker, use));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<World> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostUse use) {
    HostUse.addTo(linker, use);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param use what guests call, by the configuration of their store: asked for maybe at each call,
   *     by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostUse> use) {
    HostUse.addPerStore(linker, use);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static World bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:escaped-names/use}. */
  public Use use() {
    return use;
  }
}
