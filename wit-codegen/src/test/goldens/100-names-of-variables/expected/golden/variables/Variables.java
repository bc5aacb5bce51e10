package golden.variables;

import dev.switchblade.Component;
import dev.switchblade.GuestWorld;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.variables.given.Given;
import golden.variables.given.HostGiven;
import golden.variables.given.abi.CodecOfGiven;
import golden.variables.instance.HostInstance;
import golden.variables.instance.Instance;
import golden.variables.instance.abi.CodecOfInstance;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code variables}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:variables variables")
@NullMarked
public final class Variables extends GuestWorld {
  private static final WorldType<Variables> WORLD = WorldType.of(
      Variables::new,
      ExportTypes.builder("Variables", "names-of-variables.wit")
          .func("golden:variables/given", "compare", CodecOfGiven.COMPARE)
          .func("golden:variables/given", "compress-in-place", CodecOfGiven.COMPRESS_IN_PLACE)
          .func("golden:variables/given", "compress", CodecOfGiven.COMPRESS)
          .func("golden:variables/instance", "linker", CodecOfInstance.LINKER)
          .build());

  private final Given given;
  private final Instance instance;

  private Variables(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.given = Given.of(exports);
    this.instance = Instance.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Variables instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Variables instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Variables> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Variables> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Variables> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostGiven.addTo(linker, imports.given());
    HostInstance.addTo(linker, imports.instance());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostGiven.addPerStore(linker, config -> imports.apply(config).given());
    HostInstance.addPerStore(linker, config -> imports.apply(config).instance());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Variables bind(dev.switchblade.Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:variables/given}. */
  public Given given() {
    return given;
  }

  /** {@code golden:variables/instance}. */
  public Instance instance() {
    return instance;
  }

  /** What {@code golden:variables variables} needs of its host. */
  public interface Imports {
    /** {@code golden:variables/given}. */
    HostGiven given();

    /** {@code golden:variables/instance}. */
    HostInstance instance();

    /** Imports that are given one by one. */
    static Imports of(HostGiven given, HostInstance instance) {
      record Given(HostGiven given, HostInstance instance) implements Imports {}
      return new Given(given, instance);
    }
  }
}
