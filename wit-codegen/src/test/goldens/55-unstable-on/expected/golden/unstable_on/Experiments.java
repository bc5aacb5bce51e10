package golden.unstable_on;

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
import golden.unstable_on.lab.HostLab;
import golden.unstable_on.lab.Lab;
import golden.unstable_on.lab.abi.CodecOfLab;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code experiments}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:unstable-on@0.1.0 experiments")
@NullMarked
public final class Experiments extends GuestWorld {
  private static final WorldType<Experiments> WORLD = WorldType.of(
      Experiments::new,
      ExportTypes.builder("Experiments", "unstable-on.wit")
          .func("golden:unstable-on/lab@0.1.0", "measure", CodecOfLab.MEASURE)
          .func("golden:unstable-on/lab@0.1.0", "fire", CodecOfLab.FIRE)
          .build());

  private final Lab lab;

  private Experiments(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.lab = Lab.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Experiments instantiate(Component component, HostLab lab) {
    return instantiate(component, StoreConfig.defaults(), lab);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Experiments instantiate(Component component, StoreConfig config, HostLab lab) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, lab));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Experiments> prepare(Component component, HostLab lab) {
    return WORLD.prepare(component, linker -> addTo(linker, lab));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Experiments> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostLab> lab) {
    return WORLD.prepare(component, linker -> addPerStore(linker, lab));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Experiments> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostLab lab) {
    HostLab.addTo(linker, lab);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param lab what guests call, by the configuration of their store: asked for maybe at each call,
   *     by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostLab> lab) {
    HostLab.addPerStore(linker, lab);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Experiments bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:unstable-on/lab@0.1.0}. */
  public Lab lab() {
    return lab;
  }
}
