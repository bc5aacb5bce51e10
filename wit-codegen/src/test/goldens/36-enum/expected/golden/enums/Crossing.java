package golden.enums;

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
import golden.enums.lights.HostLights;
import golden.enums.lights.Lights;
import golden.enums.lights.abi.CodecOfLights;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code crossing}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:enums crossing")
@NullMarked
public final class Crossing extends GuestWorld {
  private static final WorldType<Crossing> WORLD = WorldType.of(
      Crossing::new,
      ExportTypes.builder("Crossing", "enum.wit")
          .func("golden:enums/lights", "next", CodecOfLights.NEXT)
          .func("golden:enums/lights", "cycle", CodecOfLights.CYCLE)
          .build());

  private final Lights lights;

  private Crossing(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.lights = Lights.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Crossing instantiate(Component component, HostLights lights) {
    return instantiate(component, StoreConfig.defaults(), lights);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Crossing instantiate(Component component, StoreConfig config, HostLights lights) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, lights));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Crossing> prepare(Component component, HostLights lights) {
    return WORLD.prepare(component, linker -> addTo(linker, lights));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Crossing> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostLights> lights) {
    return WORLD.prepare(component, linker -> addPerStore(linker, lights));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Crossing> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostLights lights) {
    HostLights.addTo(linker, lights);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param lights what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLights> lights) {
    HostLights.addPerStore(linker, lights);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Crossing bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:enums/lights}. */
  public Lights lights() {
    return lights;
  }
}
