package golden.dependents;

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
import golden.dependents.labels.HostLabels;
import golden.dependents.labels.Labels;
import golden.dependents.labels.abi.CodecOfLabels;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code printer}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:dependents printer")
@NullMarked
public final class Printer extends GuestWorld {
  private static final WorldType<Printer> WORLD = WorldType.of(
      Printer::new,
      ExportTypes.builder("Printer", "use-from-dependency.wit")
          .func("golden:dependents/labels", "describe", CodecOfLabels.DESCRIBE)
          .func("golden:dependents/labels", "blend", CodecOfLabels.BLEND)
          .build());

  private final Labels labels;

  private Printer(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.labels = Labels.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Printer instantiate(Component component, HostLabels labels) {
    return instantiate(component, StoreConfig.defaults(), labels);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Printer instantiate(Component component, StoreConfig config, HostLabels labels) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, labels));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Printer> prepare(Component component, HostLabels labels) {
    return WORLD.prepare(component, linker -> addTo(linker, labels));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Printer> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostLabels> labels) {
    return WORLD.prepare(component, linker -> addPerStore(linker, labels));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Printer> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostLabels labels) {
    HostLabels.addTo(linker, labels);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param labels what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLabels> labels) {
    HostLabels.addPerStore(linker, labels);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Printer bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:dependents/labels}. */
  public Labels labels() {
    return labels;
  }
}
