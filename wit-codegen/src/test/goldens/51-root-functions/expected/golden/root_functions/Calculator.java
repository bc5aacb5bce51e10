package golden.root_functions;

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
import golden.root_functions.abi.CodecOfCalculator;
import golden.root_functions.numbers.HostNumbers;
import golden.root_functions.numbers.Numbers;
import golden.root_functions.numbers.abi.CodecOfNumbers;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The world itself has functions, beside an interface.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:root-functions calculator")
@NullMarked
public final class Calculator extends GuestWorld {
  private static final WorldType<Calculator> WORLD = WorldType.of(
      Calculator::new,
      ExportTypes.builder("Calculator", "root-functions.wit")
          .func("", "add", CodecOfCalculator.ADD)
          .func("", "name", CodecOfCalculator.NAME)
          .func("golden:root-functions/numbers", "is-prime", CodecOfNumbers.IS_PRIME)
          .build());

  private final Func add;
  private final Func name;
  private final Numbers numbers;

  private Calculator(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.add = exports.func(0);
    this.name = exports.func(1);
    this.numbers = Numbers.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calculator instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calculator instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calculator> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calculator> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calculator> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
    HostNumbers.addTo(linker, imports.numbers());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
    HostNumbers.addPerStore(linker, config -> imports.apply(config).numbers());
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "add",
        CodecOfCalculator.ADD,
        (arguments, result) -> result.putDouble(
            0,
            imports.apply(arguments.config()).add(arguments.getDouble(0), arguments.getDouble(8))));
    instance.funcOverImages(
        "name",
        CodecOfCalculator.NAME,
        (arguments, result) -> result.putString(0, imports.apply(arguments.config()).name()));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calculator bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code add}. */
  public double add(double left, double right) {
    try (Call call = this.add.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putDouble(0, left);
      arguments.putDouble(8, right);
      call.invoke();
      return call.result().getDouble(0);
    }
  }

  /** {@code name}. */
  public String name() {
    try (Call call = this.name.begin()) {
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code golden:root-functions/numbers}. */
  public Numbers numbers() {
    return numbers;
  }

  /** What {@code golden:root-functions calculator} needs of its host. */
  public interface Imports {
    /** {@code add}. */
    double add(double left, double right);

    /** {@code name}. */
    String name();

    /** {@code golden:root-functions/numbers}. */
    HostNumbers numbers();
  }
}
