package golden.hurting_docs;

import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Generated;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
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
public final class Painful implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Painful", "docs-that-hurt.wit")
      .func("golden:hurting-docs/hurting", "function", CodecOfHurting.FUNCTION)
      .func("golden:hurting-docs/hurting", "empty", CodecOfHurting.EMPTY)
      .func("golden:hurting-docs/hurting", "escapes", CodecOfHurting.ESCAPES)
      .func("golden:hurting-docs/hurting", "not-deprecated", CodecOfHurting.NOT_DEPRECATED)
      .build();

  private final @Nullable Store ownStore;
  private final Hurting hurting;

  private Painful(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.hurting = Hurting.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Painful instantiate(Component component,
      golden.hurting_docs.imports.hurting.Hurting hurting) {
    return instantiate(component, StoreConfig.defaults(), hurting);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Painful instantiate(Component component, StoreConfig config,
      golden.hurting_docs.imports.hurting.Hurting hurting) {
    try (Prepared prepared = prepare(component, hurting)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component,
      golden.hurting_docs.imports.hurting.Hurting hurting) {
    var linker = new Linker(component.engine());
    addTo(linker, hurting);
    return prepare(component, linker);
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own. They are
   * asked for by the configuration of the store, maybe at each call of its guest and by the threads
   * of all stores: of one configuration they must always be the same.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared preparePerStore(Component component,
      Function<StoreConfig, ? extends golden.hurting_docs.imports.hurting.Hurting> hurting) {
    var linker = new Linker(component.engine());
    addPerStore(linker, hurting);
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Linker linker) {
    return new Prepared(component, EXPORTS.bind(component), linker.instantiatePre(component));
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, golden.hurting_docs.imports.hurting.Hurting hurting) {
    golden.hurting_docs.imports.hurting.Hurting.addTo(linker, hurting);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param hurting what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends golden.hurting_docs.imports.hurting.Hurting> hurting) {
    golden.hurting_docs.imports.hurting.Hurting.addPerStore(linker, hurting);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Painful bind(Instance instance) {
    return new Painful(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:hurting-docs/hurting}. */
  public Hurting hurting() {
    return hurting;
  }

  /** Closes the store, if it was made for this instance; a store that was given stays open. */
  @Override
  public void close() {
    if (ownStore != null) {
      ownStore.close();
    }
  }

  /**
   * A component that is linked: instantiating it takes microseconds. Thread-safe; instances go on
   * working after it is closed.
   */
  public static final class Prepared implements AutoCloseable {
    private final Component component;
    private final ExportTypes.Bound exports;
    private final InstancePre linked;

    private Prepared(Component component, ExportTypes.Bound exports, InstancePre linked) {
      this.component = component;
      this.exports = exports;
      this.linked = linked;
    }

    /** Makes an instance in a store of its own, which grants nothing. */
    public Painful instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Painful instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Painful(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Painful instantiate(Store store) {
      return new Painful(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
