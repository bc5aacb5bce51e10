package golden.short_names;

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
import golden.short_names.i.HostI;
import golden.short_names.i.I;
import golden.short_names.i.abi.CodecOfI;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code w}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:short-names w")
@NullMarked
public final class W extends GuestWorld {
  private static final WorldType<W> WORLD = WorldType.of(
      W::new,
      ExportTypes.builder("W", "short-names.wit")
          .func("golden:short-names/i", "g", CodecOfI.G)
          .func("golden:short-names/i", "i", CodecOfI.I)
          .build());

  private final I i;

  private W(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.i = I.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static W instantiate(Component component, HostI i) {
    return instantiate(component, StoreConfig.defaults(), i);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static W instantiate(Component component, StoreConfig config, HostI i) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, i));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<W> prepare(Component component, HostI i) {
    return WORLD.prepare(component, linker -> addTo(linker, i));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<W> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostI> i) {
    return WORLD.prepare(component, linker -> addPerStore(linker, i));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<W> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostI i) {
    HostI.addTo(linker, i);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param i what guests call, by the configuration of their store: asked for maybe at each call,
   *     by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostI> i) {
    HostI.addPerStore(linker, i);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static W bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:short-names/i}. */
  public I i() {
    return i;
  }
}
