package golden.characters;

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
import golden.characters.abi.CodecOfLetters;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code letters}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:characters letters")
@NullMarked
public final class Letters extends GuestWorld {
  private static final WorldType<Letters> WORLD = WorldType.of(
      Letters::new,
      ExportTypes.builder("Letters", "char.wit")
          .func("", "upper", CodecOfLetters.UPPER)
          .build());

  private final Func upper;

  private Letters(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.upper = exports.func(0);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Letters instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Letters instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Letters> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Letters> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Letters> prepare(Component component, Linker linker) {
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
        "upper",
        CodecOfLetters.UPPER,
        (arguments, result) -> result.putChar(
            0, imports.apply(arguments.config()).upper(arguments.getInt(0))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Letters bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /**
   * {@code upper}.
   *
   * @param letter a Unicode scalar value
   * @return a Unicode scalar value
   */
  public int upper(int letter) {
    try (Call call = this.upper.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putChar(0, letter);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** What {@code golden:characters letters} needs of its host. */
  public interface Imports {
    /**
     * {@code upper}.
     *
     * @param letter a Unicode scalar value
     * @return a Unicode scalar value
     */
    int upper(int letter);
  }
}
