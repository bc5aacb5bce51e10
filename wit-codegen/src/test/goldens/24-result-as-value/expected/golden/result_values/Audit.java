package golden.result_values;

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
import golden.result_values.journal.HostJournal;
import golden.result_values.journal.Journal;
import golden.result_values.journal.abi.CodecOfJournal;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code audit}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:result-values audit")
@NullMarked
public final class Audit extends GuestWorld {
  private static final WorldType<Audit> WORLD = WorldType.of(
      Audit::new,
      ExportTypes.builder("Audit", "result-as-value.wit")
          .func("golden:result-values/journal", "replay", CodecOfJournal.REPLAY)
          .func("golden:result-values/journal", "log", CodecOfJournal.LOG)
          .func("golden:result-values/journal", "inner", CodecOfJournal.INNER)
          .build());

  private final Journal journal;

  private Audit(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.journal = Journal.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Audit instantiate(Component component, HostJournal journal) {
    return instantiate(component, StoreConfig.defaults(), journal);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Audit instantiate(Component component, StoreConfig config, HostJournal journal) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, journal));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Audit> prepare(Component component, HostJournal journal) {
    return WORLD.prepare(component, linker -> addTo(linker, journal));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Audit> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostJournal> journal) {
    return WORLD.prepare(component, linker -> addPerStore(linker, journal));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Audit> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostJournal journal) {
    HostJournal.addTo(linker, journal);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param journal what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostJournal> journal) {
    HostJournal.addPerStore(linker, journal);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Audit bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:result-values/journal}. */
  public Journal journal() {
    return journal;
  }
}
