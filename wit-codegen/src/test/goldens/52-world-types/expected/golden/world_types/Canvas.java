package golden.world_types;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.ListVisitor;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
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
public final class Canvas extends GuestWorld {
  private static final WorldType<Canvas> WORLD = WorldType.of(
      Canvas::new,
      ExportTypes.builder("Canvas", "world-types.wit")
          .func("", "smooth", CodecOfCanvas.SMOOTH)
          .build());

  private final Func smooth;

  private Canvas(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.smooth = exports.func(0);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Canvas instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Canvas instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Canvas> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Canvas> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Canvas> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
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
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Canvas bind(Instance instance) {
    return WORLD.bind(instance);
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

  /** What {@code golden:world-types canvas} needs of its host. */
  public interface Imports {
    /** {@code smooth}. */
    List<Line> smooth(List<Line> path, Stroke with);
  }
}
