package golden.docs;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.docs.abi.CodecOfLaboratory;
import golden.docs.gauge.Gauge;
import golden.docs.gauge.HostGauge;
import golden.docs.gauge.abi.CodecOfGauge;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A world has documentation too.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:docs laboratory")
@NullMarked
public final class Laboratory extends GuestWorld {
  private static final WorldType<Laboratory> WORLD = WorldType.of(
      Laboratory::new,
      ExportTypes.builder("Laboratory", "docs.wit")
          .func("", "report", CodecOfLaboratory.REPORT)
          .func("golden:docs/gauge", "take", CodecOfGauge.TAKE)
          .func("golden:docs/gauge", "calibrate", CodecOfGauge.CALIBRATE)
          .build());

  private final Func report;
  private final Gauge gauge;

  private Laboratory(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.report = exports.func(0);
    this.gauge = Gauge.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Laboratory instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Laboratory instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Laboratory> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Laboratory> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Laboratory> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
    HostGauge.addTo(linker, imports.gauge());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
    HostGauge.addPerStore(linker, config -> imports.apply(config).gauge());
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "report",
        CodecOfLaboratory.REPORT,
        (arguments, result) -> imports.apply(arguments.config()).report(arguments.getString(0)));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Laboratory bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** Says what is wrong. */
  public void report(String text) {
    Objects.requireNonNull(text, "text");
    try (Call call = this.report.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, text);
      call.invoke();
    }
  }

  /** The gauges of the guest. */
  public Gauge gauge() {
    return gauge;
  }

  /** What {@code golden:docs laboratory} needs of its host. */
  public interface Imports {
    /** Says what is wrong. */
    void report(String text);

    /** The gauges of the host. */
    HostGauge gauge();
  }
}
