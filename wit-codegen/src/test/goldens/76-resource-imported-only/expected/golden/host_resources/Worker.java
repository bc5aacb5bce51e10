package golden.host_resources;

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
import golden.host_resources.jobs.HostJobs;
import golden.host_resources.jobs.Jobs;
import golden.host_resources.jobs.abi.CodecOfJobs;
import golden.host_resources.loggers.Loggers;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The host's resource goes into the guest and out of it again.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:host-resources worker")
@NullMarked
public final class Worker extends GuestWorld {
  private static final WorldType<Worker> WORLD = WorldType.of(
      Worker::new,
      ExportTypes.builder("Worker", "resource-imported-only.wit")
          .func("golden:host-resources/jobs", "run", CodecOfJobs.RUN)
          .func("golden:host-resources/jobs", "adopt", CodecOfJobs.ADOPT)
          .func("golden:host-resources/jobs", "create", CodecOfJobs.CREATE)
          .build());

  private final Jobs jobs;

  private Worker(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.jobs = Jobs.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Worker instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Worker instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Worker> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Worker> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Worker> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    Loggers.addTo(linker, imports.loggers());
    HostJobs.addTo(linker, imports.jobs());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    Loggers.addPerStore(linker, config -> imports.apply(config).loggers());
    HostJobs.addPerStore(linker, config -> imports.apply(config).jobs());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Worker bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:host-resources/jobs}. */
  public Jobs jobs() {
    return jobs;
  }

  /** What {@code golden:host-resources worker} needs of its host. */
  public interface Imports {
    /** {@code golden:host-resources/loggers}. */
    Loggers loggers();

    /** {@code golden:host-resources/jobs}. */
    HostJobs jobs();

    /** Imports that are given one by one. */
    static Imports of(Loggers loggers, HostJobs jobs) {
      record Given(Loggers loggers, HostJobs jobs) implements Imports {}
      return new Given(loggers, jobs);
    }
  }
}
