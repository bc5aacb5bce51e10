package golden.number_lists;

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
import golden.number_lists.series.HostSeries;
import golden.number_lists.series.Series;
import golden.number_lists.series.abi.CodecOfSeries;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code statistics}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:number-lists statistics")
@NullMarked
public final class Statistics extends GuestWorld {
  private static final WorldType<Statistics> WORLD = WorldType.of(
      Statistics::new,
      ExportTypes.builder("Statistics", "lists-of-numbers.wit")
          .func("golden:number-lists/series", "signed-bytes", CodecOfSeries.SIGNED_BYTES)
          .func("golden:number-lists/series", "signed-shorts", CodecOfSeries.SIGNED_SHORTS)
          .func("golden:number-lists/series", "unsigned-shorts", CodecOfSeries.UNSIGNED_SHORTS)
          .func("golden:number-lists/series", "signed-ints", CodecOfSeries.SIGNED_INTS)
          .func("golden:number-lists/series", "unsigned-ints", CodecOfSeries.UNSIGNED_INTS)
          .func("golden:number-lists/series", "signed-longs", CodecOfSeries.SIGNED_LONGS)
          .func("golden:number-lists/series", "unsigned-longs", CodecOfSeries.UNSIGNED_LONGS)
          .func("golden:number-lists/series", "floats", CodecOfSeries.FLOATS)
          .func("golden:number-lists/series", "doubles", CodecOfSeries.DOUBLES)
          .build());

  private final Series series;

  private Statistics(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.series = Series.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Statistics instantiate(Component component, HostSeries series) {
    return instantiate(component, StoreConfig.defaults(), series);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Statistics instantiate(Component component, StoreConfig config, HostSeries series) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, series));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Statistics> prepare(Component component, HostSeries series) {
    return WORLD.prepare(component, linker -> addTo(linker, series));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Statistics> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostSeries> series) {
    return WORLD.prepare(component, linker -> addPerStore(linker, series));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Statistics> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostSeries series) {
    HostSeries.addTo(linker, series);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param series what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostSeries> series) {
    HostSeries.addPerStore(linker, series);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Statistics bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:number-lists/series}. */
  public Series series() {
    return series;
  }
}
