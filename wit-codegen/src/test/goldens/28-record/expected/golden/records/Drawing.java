package golden.records;

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
import golden.records.shapes.HostShapes;
import golden.records.shapes.Shapes;
import golden.records.shapes.abi.CodecOfShapes;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code drawing}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:records drawing")
@NullMarked
public final class Drawing extends GuestWorld {
  private static final WorldType<Drawing> WORLD = WorldType.of(
      Drawing::new,
      ExportTypes.builder("Drawing", "record.wit")
          .func("golden:records/shapes", "mirror", CodecOfShapes.MIRROR)
          .build());

  private final Shapes shapes;

  private Drawing(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.shapes = Shapes.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Drawing instantiate(Component component, HostShapes shapes) {
    return instantiate(component, StoreConfig.defaults(), shapes);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Drawing instantiate(Component component, StoreConfig config, HostShapes shapes) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, shapes));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Drawing> prepare(Component component, HostShapes shapes) {
    return WORLD.prepare(component, linker -> addTo(linker, shapes));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Drawing> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostShapes> shapes) {
    return WORLD.prepare(component, linker -> addPerStore(linker, shapes));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Drawing> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostShapes shapes) {
    HostShapes.addTo(linker, shapes);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param shapes what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostShapes> shapes) {
    HostShapes.addPerStore(linker, shapes);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Drawing bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:records/shapes}. */
  public Shapes shapes() {
    return shapes;
  }
}
