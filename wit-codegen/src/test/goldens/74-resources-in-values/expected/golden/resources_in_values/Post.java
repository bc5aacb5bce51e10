package golden.resources_in_values;

import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Generated;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.resources_in_values.boxes.Boxes;
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
public final class Post implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Post", "resources-in-values.wit")
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
      .build();

  private final @Nullable Store ownStore;
  private final Boxes boxes;

  private Post(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.boxes = Boxes.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Post instantiate(Component component,
      golden.resources_in_values.imports.boxes.Boxes boxes) {
    return instantiate(component, StoreConfig.defaults(), boxes);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Post instantiate(Component component, StoreConfig config,
      golden.resources_in_values.imports.boxes.Boxes boxes) {
    try (Prepared prepared = prepare(component, boxes)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component,
      golden.resources_in_values.imports.boxes.Boxes boxes) {
    var linker = new Linker(component.engine());
    addTo(linker, boxes);
    return prepare(component, linker);
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own. They are
   * asked for by the configuration of the store, maybe at each call of its guest and by the threads
   * of all stores: of one configuration they must always be the same.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared preparePerStore(Component component,
      Function<StoreConfig, ? extends golden.resources_in_values.imports.boxes.Boxes> boxes) {
    var linker = new Linker(component.engine());
    addPerStore(linker, boxes);
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Linker linker) {
    return new Prepared(component, EXPORTS.bind(component), linker.instantiatePre(component));
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, golden.resources_in_values.imports.boxes.Boxes boxes) {
    golden.resources_in_values.imports.boxes.Boxes.addTo(linker, boxes);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param boxes what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends golden.resources_in_values.imports.boxes.Boxes> boxes) {
    golden.resources_in_values.imports.boxes.Boxes.addPerStore(linker, boxes);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Post bind(Instance instance) {
    return new Post(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:resources-in-values/boxes}. */
  public Boxes boxes() {
    return boxes;
  }

  /** Closes the store, if it was made for this instance; a store that was given stays open. */
  @Override
  public void close() {
    if (ownStore != null) {
      ownStore.close();
    }
  }

  /**
   * A component that is linked: instantiating it takes microseconds. Thread-safe; instances go on
   * working after it is closed.
   */
  public static final class Prepared implements AutoCloseable {
    private final Component component;
    private final ExportTypes.Bound exports;
    private final InstancePre linked;

    private Prepared(Component component, ExportTypes.Bound exports, InstancePre linked) {
      this.component = component;
      this.exports = exports;
      this.linked = linked;
    }

    /** Makes an instance in a store of its own, which grants nothing. */
    public Post instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Post instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Post(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Post instantiate(Store store) {
      return new Post(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
