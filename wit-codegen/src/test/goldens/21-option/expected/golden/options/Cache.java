package golden.options;

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
import golden.options.lookup.HostLookup;
import golden.options.lookup.Lookup;
import golden.options.lookup.abi.CodecOfLookup;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code cache}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:options cache")
@NullMarked
public final class Cache extends GuestWorld {
  private static final WorldType<Cache> WORLD = WorldType.of(
      Cache::new,
      ExportTypes.builder("Cache", "option.wit")
          .func("golden:options/lookup", "number", CodecOfLookup.NUMBER)
          .func("golden:options/lookup", "text", CodecOfLookup.TEXT)
          .func("golden:options/lookup", "blob", CodecOfLookup.BLOB)
          .func("golden:options/lookup", "wide", CodecOfLookup.WIDE)
          .build());

  private final Lookup lookup;

  private Cache(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.lookup = Lookup.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Cache instantiate(Component component, HostLookup lookup) {
    return instantiate(component, StoreConfig.defaults(), lookup);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Cache instantiate(Component component, StoreConfig config, HostLookup lookup) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, lookup));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Cache> prepare(Component component, HostLookup lookup) {
    return WORLD.prepare(component, linker -> addTo(linker, lookup));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Cache> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostLookup> lookup) {
    return WORLD.prepare(component, linker -> addPerStore(linker, lookup));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Cache> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostLookup lookup) {
    HostLookup.addTo(linker, lookup);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param lookup what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLookup> lookup) {
    HostLookup.addPerStore(linker, lookup);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Cache bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:options/lookup}. */
  public Lookup lookup() {
    return lookup;
  }
}
