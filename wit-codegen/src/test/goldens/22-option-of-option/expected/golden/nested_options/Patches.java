package golden.nested_options;

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
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.nested_options.abi.CodecOfPatches;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Nothing, something that is nothing, and something.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:nested-options patches")
@NullMarked
public final class Patches extends GuestWorld {
  private static final WorldType<Patches> WORLD = WorldType.of(
      Patches::new,
      ExportTypes.builder("Patches", "option-of-option.wit")
          .func("", "apply", CodecOfPatches.APPLY)
          .func("", "depth", CodecOfPatches.DEPTH)
          .build());

  private final Func apply;
  private final Func depth;

  private Patches(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.apply = exports.func(0);
    this.depth = exports.func(1);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Patches instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Patches instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Patches> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Patches> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Patches> prepare(Component component, Linker linker) {
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
        "apply",
        CodecOfPatches.APPLY,
        (arguments, result) -> result.putOption(
            0,
            imports.apply(arguments.config()).apply(
                arguments.getOption(
                    0, 4, (image1, at1) -> image1.getOption(at1, 4, ImageReader::getString))),
            4,
            (image1, at1, value1) -> image1.putOption(at1, value1, 4, ImageWriter::putString)));
    instance.funcOverImages(
        "depth",
        CodecOfPatches.DEPTH,
        (arguments, result) -> result.putOption(
            0,
            imports.apply(arguments.config()).depth(
                arguments.getOption(
                    0,
                    1,
                    (image1, at1) -> image1.getOption(
                        at1, 1, (image2, at2) -> image2.getOption(at2, 1, ImageReader::getU8)))),
            1,
            (image1, at1, value1) -> image1.putOption(
                at1,
                value1,
                1,
                (image2, at2, value2) -> image2.putOption(at2, value2, 1, ImageWriter::putU8))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Patches bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code apply}. */
  public Optional<Optional<String>> apply(Optional<Optional<String>> change) {
    Objects.requireNonNull(change, "change");
    try (Call call = this.apply.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(
          0,
          change,
          4,
          (image1, at1, value1) -> image1.putOption(at1, value1, 4, ImageWriter::putString));
      call.invoke();
      return call.result().getOption(
          0, 4, (image1, at1) -> image1.getOption(at1, 4, ImageReader::getString));
    }
  }

  /** {@code depth}. */
  public Optional<Optional<Optional<Integer>>> depth(Optional<Optional<Optional<Integer>>> change) {
    Objects.requireNonNull(change, "change");
    try (Call call = this.depth.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(
          0,
          change,
          1,
          (image1, at1, value1) -> image1.putOption(
              at1,
              value1,
              1,
              (image2, at2, value2) -> image2.putOption(at2, value2, 1, ImageWriter::putU8)));
      call.invoke();
      return call.result().getOption(
          0,
          1,
          (image1, at1) -> image1.getOption(
              at1, 1, (image2, at2) -> image2.getOption(at2, 1, ImageReader::getU8)));
    }
  }

  /** What {@code golden:nested-options patches} needs of its host. */
  public interface Imports {
    /** {@code apply}. */
    Optional<Optional<String>> apply(Optional<Optional<String>> change);

    /** {@code depth}. */
    Optional<Optional<Optional<Integer>>> depth(Optional<Optional<Optional<Integer>>> change);
  }
}
