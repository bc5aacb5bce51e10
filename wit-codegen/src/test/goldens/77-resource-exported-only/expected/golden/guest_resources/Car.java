package golden.guest_resources;

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
import golden.guest_resources.engines.Engines;
import golden.guest_resources.engines.abi.CodecOfEngines;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Nobody imports it, so a forwarder has nothing to forward to.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:guest-resources car")
@NullMarked
public final class Car extends GuestWorld {
  private static final WorldType<Car> WORLD = WorldType.of(
      Car::new,
      ExportTypes.builder("Car", "resource-exported-only.wit")
          .func("golden:guest-resources/engines", "[constructor]engine", CodecOfEngines.NEW_ENGINE)
          .func(
              "golden:guest-resources/engines", "[method]engine.start", CodecOfEngines.ENGINE_START)
          .func("golden:guest-resources/engines", "[method]engine.rpm", CodecOfEngines.ENGINE_RPM)
          .build());

  private final Engines engines;

  private Car(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.engines = Engines.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Car instantiate(Component component) {
    return instantiate(component, StoreConfig.defaults());
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Car instantiate(Component component, StoreConfig config) {
    return WORLD.instantiate(component, config, _ -> {});
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Car> prepare(Component component) {
    return WORLD.prepare(component, _ -> {});
  }

  /**
   * Links a component with what is in a linker, which needs nothing in it.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Car> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Car bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:guest-resources/engines}. */
  public Engines engines() {
    return engines;
  }
}
