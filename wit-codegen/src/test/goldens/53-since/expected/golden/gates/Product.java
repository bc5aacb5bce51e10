package golden.gates;

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
import golden.gates.features.Features;
import golden.gates.features.HostFeatures;
import golden.gates.features.abi.CodecOfFeatures;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code product}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:gates@1.2.0 product")
@NullMarked
public final class Product extends GuestWorld {
  private static final WorldType<Product> WORLD = WorldType.of(
      Product::new,
      ExportTypes.builder("Product", "since.wit")
          .func("golden:gates/features@1.2.0", "old", CodecOfFeatures.OLD)
          .func("golden:gates/features@1.2.0", "new", CodecOfFeatures.NEW)
          .build());

  private final Features features;

  private Product(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.features = Features.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Product instantiate(Component component, HostFeatures features) {
    return instantiate(component, StoreConfig.defaults(), features);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Product instantiate(Component component, StoreConfig config,
      HostFeatures features) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, features));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Product> prepare(Component component, HostFeatures features) {
    return WORLD.prepare(component, linker -> addTo(linker, features));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Product> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostFeatures> features) {
    return WORLD.prepare(component, linker -> addPerStore(linker, features));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Product> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostFeatures features) {
    HostFeatures.addTo(linker, features);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param features what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostFeatures> features) {
    HostFeatures.addPerStore(linker, features);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Product bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:gates/features@1.2.0}. */
  public Features features() {
    return features;
  }
}
