package golden.same_names;

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
import golden.same_names.other.OtherFunctions;
import golden.same_names.other.abi.CodecOfOther;
import golden.same_names.same.SameFunctions;
import golden.same_names.same.abi.CodecOfSame;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code golden}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:same-names golden")
@NullMarked
public final class Golden implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Golden", "same-names-everywhere.wit")
      .func("golden:same-names/same", "same-again", CodecOfSame.SAME_AGAIN)
      .func("golden:same-names/same", "other-again", CodecOfSame.OTHER_AGAIN)
      .func("golden:same-names/other", "same-again", CodecOfOther.SAME_AGAIN)
      .build();

  private final @Nullable Store ownStore;
  private final SameFunctions same;
  private final OtherFunctions other;

  private Golden(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.same = SameFunctions.of(exports);
    this.other = OtherFunctions.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Golden instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Golden instantiate(Component component, StoreConfig config, Imports imports) {
    try (Prepared prepared = prepare(component, imports)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Imports imports) {
    var linker = new Linker(component.engine());
    addTo(linker, imports);
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
      Function<StoreConfig, ? extends Imports> imports) {
    var linker = new Linker(component.engine());
    addPerStore(linker, imports);
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
  public static void addTo(Linker linker, Imports imports) {
    golden.same_names.imports.same.SameFunctions.addTo(linker, imports.same());
    golden.same_names.imports.other.OtherFunctions.addTo(linker, imports.other());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    golden.same_names.imports.same.SameFunctions.addPerStore(
        linker, config -> imports.apply(config).same());
    golden.same_names.imports.other.OtherFunctions.addPerStore(
        linker, config -> imports.apply(config).other());
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Golden bind(Instance instance) {
    return new Golden(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:same-names/same}. */
  public SameFunctions same() {
    return same;
  }

  /** {@code golden:same-names/other}. */
  public OtherFunctions other() {
    return other;
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
    public Golden instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Golden instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Golden(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Golden instantiate(Store store) {
      return new Golden(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:same-names golden} needs of its host. */
  public interface Imports {
    /** {@code golden:same-names/same}. */
    golden.same_names.imports.same.SameFunctions same();

    /** {@code golden:same-names/other}. */
    golden.same_names.imports.other.OtherFunctions other();

    /** Imports that are given one by one. */
    static Imports of(golden.same_names.imports.same.SameFunctions same,
        golden.same_names.imports.other.OtherFunctions other) {
      record Given(
          golden.same_names.imports.same.SameFunctions same,
          golden.same_names.imports.other.OtherFunctions other) implements Imports {}
      return new Given(same, other);
    }
  }
}
