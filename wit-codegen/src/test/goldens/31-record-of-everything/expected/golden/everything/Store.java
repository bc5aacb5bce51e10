package golden.everything;

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
import golden.everything.things.HostThings;
import golden.everything.things.Things;
import golden.everything.things.abi.CodecOfThings;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code store}.
 *
 * <p>An instance of a component, used as {@link dev.switchblade.Store} says: one call at a time.
 */
@Generated("world golden:everything store")
@NullMarked
public final class Store extends GuestWorld {
  private static final WorldType<Store> WORLD = WorldType.of(
      Store::new,
      ExportTypes.builder("Store", "record-of-everything.wit")
          .func("golden:everything/things", "keep", CodecOfThings.KEEP)
          .build());

  private final Things things;

  private Store(Exports exports, dev.switchblade. @Nullable Store ownStore) {
    super(ownStore);
    this.things = Things.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Store instantiate(Component component, HostThings things) {
    return instantiate(component, StoreConfig.defaults(), things);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Store instantiate(Component component, StoreConfig config, HostThings things) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, things));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Store> prepare(Component component, HostThings things) {
    return WORLD.prepare(component, linker -> addTo(linker, things));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Store> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostThings> things) {
    return WORLD.prepare(component, linker -> addPerStore(linker, things));
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
  public static void addTo(Linker linker, HostThings things) {
    HostThings.addTo(linker, things);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param things what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostThings> things) {
    HostThings.addPerStore(linker, things);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Store bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:everything/things}. */
  public Things things() {
    return things;
  }
}
