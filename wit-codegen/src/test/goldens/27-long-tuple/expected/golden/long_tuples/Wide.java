package golden.long_tuples;

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
import golden.long_tuples.rows.HostRows;
import golden.long_tuples.rows.Rows;
import golden.long_tuples.rows.abi.CodecOfRows;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code wide}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:long-tuples wide")
@NullMarked
public final class Wide extends GuestWorld {
  private static final WorldType<Wide> WORLD = WorldType.of(
      Wide::new,
      ExportTypes.builder("Wide", "long-tuple.wit")
          .func("golden:long-tuples/rows", "eight", CodecOfRows.EIGHT)
          .func("golden:long-tuples/rows", "nine", CodecOfRows.NINE)
          .func("golden:long-tuples/rows", "seventeen", CodecOfRows.SEVENTEEN)
          .func("golden:long-tuples/rows", "boxes", CodecOfRows.BOXES)
          .func("golden:long-tuples/rows", "all", CodecOfRows.ALL)
          .build());

  private final Rows rows;

  private Wide(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.rows = Rows.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide instantiate(Component component, HostRows rows) {
    return instantiate(component, StoreConfig.defaults(), rows);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide instantiate(Component component, StoreConfig config, HostRows rows) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, rows));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> prepare(Component component, HostRows rows) {
    return WORLD.prepare(component, linker -> addTo(linker, rows));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostRows> rows) {
    return WORLD.prepare(component, linker -> addPerStore(linker, rows));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostRows rows) {
    HostRows.addTo(linker, rows);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param rows what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostRows> rows) {
    HostRows.addPerStore(linker, rows);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:long-tuples/rows}. */
  public Rows rows() {
    return rows;
  }
}
