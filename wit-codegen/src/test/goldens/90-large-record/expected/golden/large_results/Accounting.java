package golden.large_results;

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
import golden.large_results.reports.HostReports;
import golden.large_results.reports.Reports;
import golden.large_results.reports.abi.CodecOfReports;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code accounting}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:large-results accounting")
@NullMarked
public final class Accounting extends GuestWorld {
  private static final WorldType<Accounting> WORLD = WorldType.of(
      Accounting::new,
      ExportTypes.builder("Accounting", "large-record.wit")
          .func("golden:large-results/reports", "totals", CodecOfReports.TOTALS)
          .func("golden:large-results/reports", "all", CodecOfReports.ALL)
          .build());

  private final Reports reports;

  private Accounting(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.reports = Reports.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Accounting instantiate(Component component, HostReports reports) {
    return instantiate(component, StoreConfig.defaults(), reports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Accounting instantiate(Component component, StoreConfig config,
      HostReports reports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, reports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Accounting> prepare(Component component, HostReports reports) {
    return WORLD.prepare(component, linker -> addTo(linker, reports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Accounting> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostReports> reports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, reports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Accounting> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostReports reports) {
    HostReports.addTo(linker, reports);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param reports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostReports> reports) {
    HostReports.addPerStore(linker, reports);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Accounting bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:large-results/reports}. */
  public Reports reports() {
    return reports;
  }
}
