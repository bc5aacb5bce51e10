package golden.unsigned_bytes;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.unsigned_bytes.abi.CodecOfBrightness;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code brightness}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:unsigned-bytes brightness")
@NullMarked
public final class Brightness extends GuestWorld {
  private static final WorldType<Brightness> WORLD = WorldType.of(
      Brightness::new,
      ExportTypes.builder("Brightness", "u8.wit")
          .func("", "dim", CodecOfBrightness.DIM)
          .build());

  private final Func dim;

  private Brightness(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.dim = exports.func(0);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Brightness instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Brightness instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Brightness> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Brightness> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Brightness> prepare(Component component, Linker linker) {
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
        "dim",
        CodecOfBrightness.DIM,
        (arguments, result) -> result.putU8(
            0, imports.apply(arguments.config()).dim(arguments.getU8(0), arguments.getU8(1))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Brightness bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /**
   * {@code dim}.
   *
   * @param level 0 to 255
   * @param by 0 to 255
   * @return 0 to 255
   */
  public int dim(int level, int by) {
    try (Call call = this.dim.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, level);
      arguments.putU8(1, by);
      call.invoke();
      return call.result().getU8(0);
    }
  }

  /** What {@code golden:unsigned-bytes brightness} needs of its host. */
  public interface Imports {
    /**
     * {@code dim}.
     *
     * @param level 0 to 255
     * @param by 0 to 255
     * @return 0 to 255
     */
    int dim(int level, int by);
  }
}
