package golden.renamed_includes;

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
import golden.renamed_includes.abi.CodecOfPolyglot;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code polyglot}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:renamed-includes polyglot")
@NullMarked
public final class Polyglot extends GuestWorld {
  private static final WorldType<Polyglot> WORLD = WorldType.of(
      Polyglot::new,
      ExportTypes.builder("Polyglot", "include-renamed.wit")
          .func("", "greet-in-english", CodecOfPolyglot.GREET_IN_ENGLISH)
          .func("", "greet-in-french", CodecOfPolyglot.GREET_IN_FRENCH)
          .build());

  private final Func greetInEnglish;
  private final Func greetInFrench;

  private Polyglot(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.greetInEnglish = exports.func(0);
    this.greetInFrench = exports.func(1);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Polyglot instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Polyglot instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Polyglot> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Polyglot> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Polyglot> prepare(Component component, Linker linker) {
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
        "greet-in-english",
        CodecOfPolyglot.GREET_IN_ENGLISH,
        (arguments, result) -> result.putString(
            0, imports.apply(arguments.config()).greetInEnglish(arguments.getString(0))));
    instance.funcOverImages(
        "greet-in-french",
        CodecOfPolyglot.GREET_IN_FRENCH,
        (arguments, result) -> result.putString(
            0, imports.apply(arguments.config()).greetInFrench(arguments.getString(0))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Polyglot bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code greet-in-english}. */
  public String greetInEnglish(String name) {
    Objects.requireNonNull(name, "name");
    try (Call call = this.greetInEnglish.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, name);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code greet-in-french}. */
  public String greetInFrench(String name) {
    Objects.requireNonNull(name, "name");
    try (Call call = this.greetInFrench.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, name);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** What {@code golden:renamed-includes polyglot} needs of its host. */
  public interface Imports {
    /** {@code greet-in-english}. */
    String greetInEnglish(String name);

    /** {@code greet-in-french}. */
    String greetInFrench(String name);
  }
}
