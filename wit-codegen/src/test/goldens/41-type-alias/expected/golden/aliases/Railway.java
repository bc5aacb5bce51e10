package golden.aliases;

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
import golden.aliases.units.HostUnits;
import golden.aliases.units.Units;
import golden.aliases.units.abi.CodecOfUnits;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code railway}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:aliases railway")
@NullMarked
public final class Railway extends GuestWorld {
  private static final WorldType<Railway> WORLD = WorldType.of(
      Railway::new,
      ExportTypes.builder("Railway", "type-alias.wit")
          .func("golden:aliases/units", "measure", CodecOfUnits.MEASURE)
          .func("golden:aliases/units", "stop-at", CodecOfUnits.STOP_AT)
          .func("golden:aliases/units", "draw", CodecOfUnits.DRAW)
          .func("golden:aliases/units", "first", CodecOfUnits.FIRST)
          .build());

  private final Units units;

  private Railway(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.units = Units.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Railway instantiate(Component component, HostUnits units) {
    return instantiate(component, StoreConfig.defaults(), units);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Railway instantiate(Component component, StoreConfig config, HostUnits units) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, units));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Railway> prepare(Component component, HostUnits units) {
    return WORLD.prepare(component, linker -> addTo(linker, units));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Railway> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostUnits> units) {
    return WORLD.prepare(component, linker -> addPerStore(linker, units));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Railway> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostUnits units) {
    HostUnits.addTo(linker, units);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param units what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostUnits> units) {
    HostUnits.addPerStore(linker, units);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Railway bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:aliases/units}. */
  public Units units() {
    return units;
  }
}
