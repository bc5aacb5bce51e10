package golden.alias_chains;

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
import golden.alias_chains.ids.HostIds;
import golden.alias_chains.ids.Ids;
import golden.alias_chains.ids.abi.CodecOfIds;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code directory}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:alias-chains directory")
@NullMarked
public final class Directory extends GuestWorld {
  private static final WorldType<Directory> WORLD = WorldType.of(
      Directory::new,
      ExportTypes.builder("Directory", "alias-of-alias.wit")
          .func("golden:alias-chains/ids", "find", CodecOfIds.FIND)
          .func("golden:alias-chains/ids", "all", CodecOfIds.ALL)
          .build());

  private final Ids ids;

  private Directory(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.ids = Ids.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Directory instantiate(Component component, HostIds ids) {
    return instantiate(component, StoreConfig.defaults(), ids);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Directory instantiate(Component component, StoreConfig config, HostIds ids) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, ids));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Directory> prepare(Component component, HostIds ids) {
    return WORLD.prepare(component, linker -> addTo(linker, ids));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Directory> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostIds> ids) {
    return WORLD.prepare(component, linker -> addPerStore(linker, ids));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Directory> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostIds ids) {
    HostIds.addTo(linker, ids);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param ids what guests call, by the configuration of their store: asked for maybe at each call,
   *     by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostIds> ids) {
    HostIds.addPerStore(linker, ids);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Directory bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:alias-chains/ids}. */
  public Ids ids() {
    return ids;
  }
}
