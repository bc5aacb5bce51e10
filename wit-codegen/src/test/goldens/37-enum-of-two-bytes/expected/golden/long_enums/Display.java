package golden.long_enums;

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
import golden.long_enums.pixels.HostPixels;
import golden.long_enums.pixels.Pixels;
import golden.long_enums.pixels.abi.CodecOfPixels;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code display}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:long-enums display")
@NullMarked
public final class Display extends GuestWorld {
  private static final WorldType<Display> WORLD = WorldType.of(
      Display::new,
      ExportTypes.builder("Display", "enum-of-two-bytes.wit")
          .func("golden:long-enums/pixels", "next", CodecOfPixels.NEXT)
          .func("golden:long-enums/pixels", "row", CodecOfPixels.ROW)
          .build());

  private final Pixels pixels;

  private Display(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.pixels = Pixels.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Display instantiate(Component component, HostPixels pixels) {
    return instantiate(component, StoreConfig.defaults(), pixels);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Display instantiate(Component component, StoreConfig config, HostPixels pixels) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, pixels));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Display> prepare(Component component, HostPixels pixels) {
    return WORLD.prepare(component, linker -> addTo(linker, pixels));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Display> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostPixels> pixels) {
    return WORLD.prepare(component, linker -> addPerStore(linker, pixels));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Display> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostPixels pixels) {
    HostPixels.addTo(linker, pixels);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param pixels what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPixels> pixels) {
    HostPixels.addPerStore(linker, pixels);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Display bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:long-enums/pixels}. */
  public Pixels pixels() {
    return pixels;
  }
}
