package golden.hurting_docs;

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
import golden.hurting_docs.hurting.HostHurting;
import golden.hurting_docs.hurting.Hurting;
import golden.hurting_docs.hurting.abi.CodecOfHurting;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A world that hurts: *&#47; &#64;since &#123;&#64;link&#125; &lt;p&gt;
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:hurting-docs painful")
@NullMarked
public final class Painful extends GuestWorld {
  private static final WorldType<Painful> WORLD = WorldType.of(
      Painful::new,
      ExportTypes.builder("Painful", "docs-that-hurt.wit")
          .func("golden:hurting-docs/hurting", "function", CodecOfHurting.FUNCTION)
          .func("golden:hurting-docs/hurting", "empty", CodecOfHurting.EMPTY)
          .func("golden:hurting-docs/hurting", "escapes", CodecOfHurting.ESCAPES)
          .func("golden:hurting-docs/hurting", "not-deprecated", CodecOfHurting.NOT_DEPRECATED)
          .build());

  private final Hurting hurting;

  private Painful(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.hurting = Hurting.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Painful instantiate(Component component, HostHurting hurting) {
    return instantiate(component, StoreConfig.defaults(), hurting);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Painful instantiate(Component component, StoreConfig config, HostHurting hurting) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, hurting));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Painful> prepare(Component component, HostHurting hurting) {
    return WORLD.prepare(component, linker -> addTo(linker, hurting));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Painful> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostHurting> hurting) {
    return WORLD.prepare(component, linker -> addPerStore(linker, hurting));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Painful> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostHurting hurting) {
    HostHurting.addTo(linker, hurting);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param hurting what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostHurting> hurting) {
    HostHurting.addPerStore(linker, hurting);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Painful bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:hurting-docs/hurting}. */
  public Hurting hurting() {
    return hurting;
  }
}
