package golden.indirect_parameters;

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
import golden.indirect_parameters.calls.Calls;
import golden.indirect_parameters.calls.HostCalls;
import golden.indirect_parameters.calls.abi.CodecOfCalls;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code wide}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:indirect-parameters wide")
@NullMarked
public final class Wide extends GuestWorld {
  private static final WorldType<Wide> WORLD = WorldType.of(
      Wide::new,
      ExportTypes.builder("Wide", "seventeen-flat-parameters.wit")
          .func("golden:indirect-parameters/calls", "sixteen", CodecOfCalls.SIXTEEN)
          .func("golden:indirect-parameters/calls", "seventeen", CodecOfCalls.SEVENTEEN)
          .build());

  private final Calls calls;

  private Wide(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.calls = Calls.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide instantiate(Component component, HostCalls calls) {
    return instantiate(component, StoreConfig.defaults(), calls);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide instantiate(Component component, StoreConfig config, HostCalls calls) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, calls));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> prepare(Component component, HostCalls calls) {
    return WORLD.prepare(component, linker -> addTo(linker, calls));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostCalls> calls) {
    return WORLD.prepare(component, linker -> addPerStore(linker, calls));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostCalls calls) {
    HostCalls.addTo(linker, calls);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param calls what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostCalls> calls) {
    HostCalls.addPerStore(linker, calls);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:indirect-parameters/calls}. */
  public Calls calls() {
    return calls;
  }
}
