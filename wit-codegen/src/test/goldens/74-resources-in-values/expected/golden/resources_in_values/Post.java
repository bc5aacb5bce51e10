package golden.resources_in_values;

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
import golden.resources_in_values.boxes.Boxes;
import golden.resources_in_values.boxes.HostBoxes;
import golden.resources_in_values.boxes.abi.CodecOfBoxes;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code post}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:resources-in-values post")
@NullMarked
public final class Post extends GuestWorld {
  private static final WorldType<Post> WORLD = WorldType.of(
      Post::new,
      ExportTypes.builder("Post", "resources-in-values.wit")
          .func("golden:resources-in-values/boxes", "[constructor]thing", CodecOfBoxes.NEW_THING)
          .func("golden:resources-in-values/boxes", "[method]thing.label", CodecOfBoxes.THING_LABEL)
          .func("golden:resources-in-values/boxes", "pack", CodecOfBoxes.PACK)
          .func("golden:resources-in-values/boxes", "unpack", CodecOfBoxes.UNPACK)
          .func("golden:resources-in-values/boxes", "perhaps", CodecOfBoxes.PERHAPS)
          .func("golden:resources-in-values/boxes", "attempt", CodecOfBoxes.ATTEMPT)
          .func("golden:resources-in-values/boxes", "reverse", CodecOfBoxes.REVERSE)
          .func("golden:resources-in-values/boxes", "send", CodecOfBoxes.SEND)
          .func("golden:resources-in-values/boxes", "look", CodecOfBoxes.LOOK)
          .func("golden:resources-in-values/boxes", "weigh", CodecOfBoxes.WEIGH)
          .build());

  private final Boxes boxes;

  private Post(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.boxes = Boxes.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Post instantiate(Component component, HostBoxes boxes) {
    return instantiate(component, StoreConfig.defaults(), boxes);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Post instantiate(Component component, StoreConfig config, HostBoxes boxes) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, boxes));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Post> prepare(Component component, HostBoxes boxes) {
    return WORLD.prepare(component, linker -> addTo(linker, boxes));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Post> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostBoxes> boxes) {
    return WORLD.prepare(component, linker -> addPerStore(linker, boxes));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Post> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostBoxes boxes) {
    HostBoxes.addTo(linker, boxes);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param boxes what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostBoxes> boxes) {
    HostBoxes.addPerStore(linker, boxes);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Post bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:resources-in-values/boxes}. */
  public Boxes boxes() {
    return boxes;
  }
}
