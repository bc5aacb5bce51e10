package golden.results;

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
import golden.results.attempts.Attempts;
import golden.results.attempts.HostAttempts;
import golden.results.attempts.abi.CodecOfAttempts;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code outcomes}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:results outcomes")
@NullMarked
public final class Outcomes extends GuestWorld {
  private static final WorldType<Outcomes> WORLD = WorldType.of(
      Outcomes::new,
      ExportTypes.builder("Outcomes", "result.wit")
          .func("golden:results/attempts", "both", CodecOfAttempts.BOTH)
          .func("golden:results/attempts", "only-ok", CodecOfAttempts.ONLY_OK)
          .func("golden:results/attempts", "only-err", CodecOfAttempts.ONLY_ERR)
          .func("golden:results/attempts", "neither", CodecOfAttempts.NEITHER)
          .build());

  private final Attempts attempts;

  private Outcomes(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.attempts = Attempts.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Outcomes instantiate(Component component, HostAttempts attempts) {
    return instantiate(component, StoreConfig.defaults(), attempts);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Outcomes instantiate(Component component, StoreConfig config,
      HostAttempts attempts) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, attempts));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Outcomes> prepare(Component component, HostAttempts attempts) {
    return WORLD.prepare(component, linker -> addTo(linker, attempts));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Outcomes> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostAttempts> attempts) {
    return WORLD.prepare(component, linker -> addPerStore(linker, attempts));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Outcomes> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostAttempts attempts) {
    HostAttempts.addTo(linker, attempts);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param attempts what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostAttempts> attempts) {
    HostAttempts.addPerStore(linker, attempts);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Outcomes bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:results/attempts}. */
  public Attempts attempts() {
    return attempts;
  }
}
