package public_.interface_;

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
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import public_.interface_.abi_.Abi;
import public_.interface_.abi_.abi.CodecOfAbi;
import public_.interface_.class_.Class;
import public_.interface_.class_.abi.CodecOfClass;
import public_.interface_.native_.Native;
import public_.interface_.native_.abi.CodecOfNative;

/**
 * World {@code package}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world public:interface package")
@NullMarked
public final class Package implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Package", "keywords-as-packages.wit")
      .func("public:interface/class", "static-call", CodecOfClass.STATIC_CALL)
      .func("public:interface/abi", "current", CodecOfAbi.CURRENT)
      .func("public:interface/native", "run", CodecOfNative.RUN)
      .build();

  private final @Nullable Store ownStore;
  private final Class class_;
  private final Abi abi;
  private final Native native_;

  private Package(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.class_ = Class.of(exports);
    this.abi = Abi.of(exports);
    this.native_ = Native.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Package instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Package instantiate(Component component, StoreConfig config, Imports imports) {
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
    public_.interface_.imports.class_.Class.addTo(linker, imports.class_());
    public_.interface_.imports.abi_.Abi.addTo(linker, imports.abi());
    public_.interface_.imports.native_.Native.addTo(linker, imports.native_());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    public_.interface_.imports.class_.Class.addPerStore(
        linker, config -> imports.apply(config).class_());
    public_.interface_.imports.abi_.Abi.addPerStore(linker, config -> imports.apply(config).abi());
    public_.interface_.imports.native_.Native.addPerStore(
        linker, config -> imports.apply(config).native_());
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Package bind(Instance instance) {
    return new Package(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code public:interface/class}. */
  public Class class_() {
    return class_;
  }

  /** {@code public:interface/abi}. */
  public Abi abi() {
    return abi;
  }

  /** {@code public:interface/native}. */
  public Native native_() {
    return native_;
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
    public Package instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Package instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Package(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Package instantiate(Store store) {
      return new Package(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code public:interface package} needs of its host. */
  public interface Imports {
    /** {@code public:interface/class}. */
    public_.interface_.imports.class_.Class class_();

    /** {@code public:interface/abi}. */
    public_.interface_.imports.abi_.Abi abi();

    /** {@code public:interface/native}. */
    public_.interface_.imports.native_.Native native_();

    /** Imports that are given one by one. */
    static Imports of(public_.interface_.imports.class_.Class class_,
        public_.interface_.imports.abi_.Abi abi,
        public_.interface_.imports.native_.Native native_) {
      record Given(
          public_.interface_.imports.class_.Class class_,
          public_.interface_.imports.abi_.Abi abi,
          public_.interface_.imports.native_.Native native_) implements Imports {}
      return new Given(class_, abi, native_);
    }
  }
}
