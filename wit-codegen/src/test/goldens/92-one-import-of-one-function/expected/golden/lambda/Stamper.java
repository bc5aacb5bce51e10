package golden.lambda;

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
import golden.lambda.clock.Clock;
import golden.lambda.stamps.Stamps;
import golden.lambda.stamps.abi.CodecOfStamps;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One lambda is all that the host has to bring.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:lambda stamper")
@NullMarked
public final class Stamper extends GuestWorld {
  private static final WorldType<Stamper> WORLD = WorldType.of(
      Stamper::new,
      ExportTypes.builder("Stamper", "one-import-of-one-function.wit")
          .func("golden:lambda/stamps", "stamp", CodecOfStamps.STAMP)
          .build());

  private final Stamps stamps;

  private Stamper(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.stamps = Stamps.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Stamper instantiate(Component component, Clock clock) {
    return instantiate(component, StoreConfig.defaults(), clock);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Stamper instantiate(Component component, StoreConfig config, Clock clock) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, clock));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Stamper> prepare(Component component, Clock clock) {
    return WORLD.prepare(component, linker -> addTo(linker, clock));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Stamper> preparePerStore(Component component,
      Function<StoreConfig, ? extends Clock> clock) {
    return WORLD.prepare(component, linker -> addPerStore(linker, clock));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Stamper> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Clock clock) {
    Clock.addTo(linker, clock);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param clock what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Clock> clock) {
    Clock.addPerStore(linker, clock);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Stamper bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:lambda/stamps}. */
  public Stamps stamps() {
    return stamps;
  }
}
