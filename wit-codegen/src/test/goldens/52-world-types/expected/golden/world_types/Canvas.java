package golden.world_types;

import dev.switchblade.Call;
import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.ImageWriter;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.ListVisitor;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.world_types.abi.CodecOfCanvas;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code canvas}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:world-types canvas")
@NullMarked
public final class Canvas implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Canvas", "world-types.wit")
      .func("", "smooth", CodecOfCanvas.SMOOTH)
      .build();

  private final @Nullable Store ownStore;
  private final Func smooth;

  private Canvas(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.smooth = exports.func(0);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Canvas instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Canvas instantiate(Component component, StoreConfig config, Imports imports) {
    try (Prepared prepared = prepare(component, imports)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Imports imports) {
    var linker = new Linker(component.engine());
    addTo(linker, imports);
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
      Function<StoreConfig, ? extends Imports> imports) {
    var linker = new Linker(component.engine());
    addPerStore(linker, imports);
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
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "smooth",
        CodecOfCanvas.SMOOTH,
        (arguments, result) -> result.putList(
            0,
            imports.apply(arguments.config()).smooth(
                arguments.getList(0, 16, CodecOfCanvas::loadLine),
                CodecOfCanvas.loadStroke(arguments, 8)),
            16,
            4,
            CodecOfCanvas::storeLine));
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Canvas bind(Instance instance) {
    return new Canvas(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code smooth}. */
  public List<Line> smooth(List<Line> path, Stroke with) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(with, "with");
    try (Call call = this.smooth.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, path, 16, 4, CodecOfCanvas::storeLine);
      CodecOfCanvas.storeStroke(arguments, 8, with);
      call.invoke();
      return call.result().getList(0, 16, CodecOfCanvas::loadLine);
    }
  }

  /**
   * As {@link #smooth}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param path 16 bytes per element (from at 0, to at 8), little-endian; must stay as it is until
   *     this method returns
   * @param visitor sees the result: 16 bytes per element (from at 0, to at 8), little-endian
   */
  public void smoothInPlace(MemorySegment path, Stroke with, ListVisitor visitor) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(with, "with");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.smooth.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, path, 16);
      CodecOfCanvas.storeStroke(arguments, 8, with);
      call.invokeInPlace(visitor);
    }
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
    public Canvas instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Canvas instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Canvas(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Canvas instantiate(Store store) {
      return new Canvas(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:world-types canvas} needs of its host. */
  public interface Imports {
    /** {@code smooth}. */
    List<Line> smooth(List<Line> path, Stroke with);
  }
}
