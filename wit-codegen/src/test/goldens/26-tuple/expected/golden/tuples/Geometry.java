package golden.tuples;

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
import golden.tuples.pairs.HostPairs;
import golden.tuples.pairs.Pairs;
import golden.tuples.pairs.abi.CodecOfPairs;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code geometry}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:tuples geometry")
@NullMarked
public final class Geometry extends GuestWorld {
  private static final WorldType<Geometry> WORLD = WorldType.of(
      Geometry::new,
      ExportTypes.builder("Geometry", "tuple.wit")
          .func("golden:tuples/pairs", "swap", CodecOfPairs.SWAP)
          .func("golden:tuples/pairs", "single", CodecOfPairs.SINGLE)
          .func("golden:tuples/pairs", "mixed", CodecOfPairs.MIXED)
          .func("golden:tuples/pairs", "nested", CodecOfPairs.NESTED)
          .build());

  private final Pairs pairs;

  private Geometry(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.pairs = Pairs.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Geometry instantiate(Component component, HostPairs pairs) {
    return instantiate(component, StoreConfig.defaults(), pairs);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Geometry instantiate(Component component, StoreConfig config, HostPairs pairs) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, pairs));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Geometry> prepare(Component component, HostPairs pairs) {
    return WORLD.prepare(component, linker -> addTo(linker, pairs));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Geometry> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostPairs> pairs) {
    return WORLD.prepare(component, linker -> addPerStore(linker, pairs));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Geometry> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostPairs pairs) {
    HostPairs.addTo(linker, pairs);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param pairs what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostPairs> pairs) {
    HostPairs.addPerStore(linker, pairs);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Geometry bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:tuples/pairs}. */
  public Pairs pairs() {
    return pairs;
  }
}
