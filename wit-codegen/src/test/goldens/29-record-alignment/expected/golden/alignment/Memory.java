package golden.alignment;

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
import golden.alignment.layout.HostLayout;
import golden.alignment.layout.Layout;
import golden.alignment.layout.abi.CodecOfLayout;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code memory}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:alignment memory")
@NullMarked
public final class Memory extends GuestWorld {
  private static final WorldType<Memory> WORLD = WorldType.of(
      Memory::new,
      ExportTypes.builder("Memory", "record-alignment.wit")
          .func("golden:alignment/layout", "pad", CodecOfLayout.PAD)
          .func("golden:alignment/layout", "many", CodecOfLayout.MANY)
          .func("golden:alignment/layout", "tail", CodecOfLayout.TAIL)
          .build());

  private final Layout layout;

  private Memory(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.layout = Layout.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Memory instantiate(Component component, HostLayout layout) {
    return instantiate(component, StoreConfig.defaults(), layout);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Memory instantiate(Component component, StoreConfig config, HostLayout layout) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, layout));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Memory> prepare(Component component, HostLayout layout) {
    return WORLD.prepare(component, linker -> addTo(linker, layout));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Memory> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostLayout> layout) {
    return WORLD.prepare(component, linker -> addPerStore(linker, layout));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Memory> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostLayout layout) {
    HostLayout.addTo(linker, layout);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param layout what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLayout> layout) {
    HostLayout.addPerStore(linker, layout);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Memory bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:alignment/layout}. */
  public Layout layout() {
    return layout;
  }
}
