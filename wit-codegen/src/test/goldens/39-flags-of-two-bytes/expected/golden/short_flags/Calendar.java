package golden.short_flags;

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
import golden.short_flags.days.Days;
import golden.short_flags.days.HostDays;
import golden.short_flags.days.abi.CodecOfDays;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code calendar}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:short-flags calendar")
@NullMarked
public final class Calendar extends GuestWorld {
  private static final WorldType<Calendar> WORLD = WorldType.of(
      Calendar::new,
      ExportTypes.builder("Calendar", "flags-of-two-bytes.wit")
          .func("golden:short-flags/days", "next", CodecOfDays.NEXT)
          .func("golden:short-flags/days", "all", CodecOfDays.ALL)
          .build());

  private final Days days;

  private Calendar(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.days = Days.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calendar instantiate(Component component, HostDays days) {
    return instantiate(component, StoreConfig.defaults(), days);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calendar instantiate(Component component, StoreConfig config, HostDays days) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, days));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calendar> prepare(Component component, HostDays days) {
    return WORLD.prepare(component, linker -> addTo(linker, days));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calendar> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostDays> days) {
    return WORLD.prepare(component, linker -> addPerStore(linker, days));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calendar> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostDays days) {
    HostDays.addTo(linker, days);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param days what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostDays> days) {
    HostDays.addPerStore(linker, days);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calendar bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:short-flags/days}. */
  public Days days() {
    return days;
  }
}
