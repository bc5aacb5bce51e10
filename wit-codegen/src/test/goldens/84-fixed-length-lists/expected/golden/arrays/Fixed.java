package golden.arrays;

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
import golden.arrays.arrays.Arrays;
import golden.arrays.arrays.HostArrays;
import golden.arrays.arrays.abi.CodecOfArrays;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code fixed}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:arrays fixed")
@NullMarked
public final class Fixed extends GuestWorld {
  private static final WorldType<Fixed> WORLD = WorldType.of(
      Fixed::new,
      ExportTypes.builder("Fixed", "fixed-length-lists.wit")
          .func("golden:arrays/arrays", "transpose", CodecOfArrays.TRANSPOSE)
          .func("golden:arrays/arrays", "next", CodecOfArrays.NEXT)
          .func("golden:arrays/arrays", "many", CodecOfArrays.MANY)
          .build());

  private final Arrays arrays;

  private Fixed(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.arrays = Arrays.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Fixed instantiate(Component component, HostArrays arrays) {
    return instantiate(component, StoreConfig.defaults(), arrays);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Fixed instantiate(Component component, StoreConfig config, HostArrays arrays) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, arrays));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Fixed> prepare(Component component, HostArrays arrays) {
    return WORLD.prepare(component, linker -> addTo(linker, arrays));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Fixed> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostArrays> arrays) {
    return WORLD.prepare(component, linker -> addPerStore(linker, arrays));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Fixed> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostArrays arrays) {
    HostArrays.addTo(linker, arrays);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param arrays what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostArrays> arrays) {
    HostArrays.addPerStore(linker, arrays);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Fixed bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:arrays/arrays}. */
  public Arrays arrays() {
    return arrays;
  }
}
