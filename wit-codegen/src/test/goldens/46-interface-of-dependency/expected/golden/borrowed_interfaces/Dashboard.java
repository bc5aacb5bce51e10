package golden.borrowed_interfaces;

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
import golden.borrowed_interfaces.weather.station.readings.HostReadings;
import golden.borrowed_interfaces.weather.station.readings.Readings;
import golden.borrowed_interfaces.weather.station.readings.abi.CodecOfReadings;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Nothing in here is of this package.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:borrowed-interfaces dashboard")
@NullMarked
public final class Dashboard extends GuestWorld {
  private static final WorldType<Dashboard> WORLD = WorldType.of(
      Dashboard::new,
      ExportTypes.builder("Dashboard", "interface-of-dependency.wit")
          .func("weather:station/readings@1.2.0", "latest", CodecOfReadings.LATEST)
          .build());

  private final Readings readings;

  private Dashboard(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.readings = Readings.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Dashboard instantiate(Component component, HostReadings readings) {
    return instantiate(component, StoreConfig.defaults(), readings);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Dashboard instantiate(Component component, StoreConfig config,
      HostReadings readings) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, readings));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Dashboard> prepare(Component component, HostReadings readings) {
    return WORLD.prepare(component, linker -> addTo(linker, readings));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Dashboard> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostReadings> readings) {
    return WORLD.prepare(component, linker -> addPerStore(linker, readings));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Dashboard> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostReadings readings) {
    HostReadings.addTo(linker, readings);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param readings what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostReadings> readings) {
    HostReadings.addPerStore(linker, readings);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Dashboard bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code weather:station/readings@1.2.0}. */
  public Readings readings() {
    return readings;
  }
}
