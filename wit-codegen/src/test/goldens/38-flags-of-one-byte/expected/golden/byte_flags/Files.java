package golden.byte_flags;

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
import golden.byte_flags.modes.HostModes;
import golden.byte_flags.modes.Modes;
import golden.byte_flags.modes.abi.CodecOfModes;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code files}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:byte-flags files")
@NullMarked
public final class Files extends GuestWorld {
  private static final WorldType<Files> WORLD = WorldType.of(
      Files::new,
      ExportTypes.builder("Files", "flags-of-one-byte.wit")
          .func("golden:byte-flags/modes", "toggle", CodecOfModes.TOGGLE)
          .func("golden:byte-flags/modes", "change", CodecOfModes.CHANGE)
          .func("golden:byte-flags/modes", "both", CodecOfModes.BOTH)
          .build());

  private final Modes modes;

  private Files(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.modes = Modes.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Files instantiate(Component component, HostModes modes) {
    return instantiate(component, StoreConfig.defaults(), modes);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Files instantiate(Component component, StoreConfig config, HostModes modes) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, modes));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Files> prepare(Component component, HostModes modes) {
    return WORLD.prepare(component, linker -> addTo(linker, modes));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Files> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostModes> modes) {
    return WORLD.prepare(component, linker -> addPerStore(linker, modes));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Files> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostModes modes) {
    HostModes.addTo(linker, modes);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param modes what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostModes> modes) {
    HostModes.addPerStore(linker, modes);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Files bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:byte-flags/modes}. */
  public Modes modes() {
    return modes;
  }
}
