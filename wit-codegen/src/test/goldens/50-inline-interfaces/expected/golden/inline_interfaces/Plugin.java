package golden.inline_interfaces;

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
import golden.inline_interfaces.lifecycle.Lifecycle;
import golden.inline_interfaces.lifecycle.abi.CodecOfLifecycle;
import golden.inline_interfaces.settings.HostSettings;
import golden.inline_interfaces.settings.Settings;
import golden.inline_interfaces.settings.abi.CodecOfSettings;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces without a package of their own.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:inline-interfaces plugin")
@NullMarked
public final class Plugin extends GuestWorld {
  private static final WorldType<Plugin> WORLD = WorldType.of(
      Plugin::new,
      ExportTypes.builder("Plugin", "inline-interfaces.wit")
          .func("settings", "read", CodecOfSettings.READ)
          .func("lifecycle", "start", CodecOfLifecycle.START)
          .build());

  private final Settings settings;
  private final Lifecycle lifecycle;

  private Plugin(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.settings = Settings.of(exports);
    this.lifecycle = Lifecycle.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Plugin instantiate(Component component, HostSettings settings) {
    return instantiate(component, StoreConfig.defaults(), settings);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Plugin instantiate(Component component, StoreConfig config, HostSettings settings) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, settings));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Plugin> prepare(Component component, HostSettings settings) {
    return WORLD.prepare(component, linker -> addTo(linker, settings));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Plugin> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostSettings> settings) {
    return WORLD.prepare(component, linker -> addPerStore(linker, settings));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Plugin> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostSettings settings) {
    HostSettings.addTo(linker, settings);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param settings what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostSettings> settings) {
    HostSettings.addPerStore(linker, settings);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Plugin bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code settings}. */
  public Settings settings() {
    return settings;
  }

  /** {@code lifecycle}. */
  public Lifecycle lifecycle() {
    return lifecycle;
  }
}
