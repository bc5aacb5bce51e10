package golden.instances;

import dev.switchblade.Call;
import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.ImageWriter;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.instances.abi.CodecOfHolder;
import golden.instances.instance.Instance;
import golden.instances.instance.abi.CodecOfInstance;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The only interface that is given, where a variable has its name.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:instances holder")
@NullMarked
public final class Holder implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Holder", "import-named-instance.wit")
      .func("", "spend", CodecOfHolder.SPEND)
      .func("golden:instances/instance", "run", CodecOfInstance.RUN)
      .build();

  private final @Nullable Store ownStore;
  private final Func spend;
  private final Instance instance;

  private Holder(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.spend = exports.func(0);
    this.instance = Instance.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Holder instantiate(Component component,
      golden.instances.imports.instance.Instance instance_) {
    return instantiate(component, StoreConfig.defaults(), instance_);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Holder instantiate(Component component, StoreConfig config,
      golden.instances.imports.instance.Instance instance_) {
    try (Prepared prepared = prepare(component, instance_)) {
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
      golden.instances.imports.instance.Instance instance_) {
    var linker = new Linker(component.engine());
    addTo(linker, instance_);
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
      Function<StoreConfig, ? extends golden.instances.imports.instance.Instance> instance_) {
    var linker = new Linker(component.engine());
    addPerStore(linker, instance_);
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
  public static void addTo(Linker linker, golden.instances.imports.instance.Instance instance_) {
    addRoot(linker);
    golden.instances.imports.instance.Instance.addTo(linker, instance_);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param instance_ what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends golden.instances.imports.instance.Instance> instance_) {
    addRoot(linker);
    golden.instances.imports.instance.Instance.addPerStore(linker, instance_);
  }

  private static void addRoot(Linker linker) {
    LinkerInstance instance = linker.root();
    instance.resource("token", CodecOfHolder.TOKEN);
    instance.funcOverImages(
        "[method]token.value",
        CodecOfHolder.TOKEN_VALUE,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, CodecOfHolder.TOKEN).value(arguments.getInt(4))));
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Holder bind(dev.switchblade.Instance instance) {
    return new Holder(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code spend}. */
  public void spend(Token token) {
    Objects.requireNonNull(token, "token");
    try (Call call = this.spend.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBorrow(0, CodecOfHolder.TOKEN, token);
      call.invoke();
    }
  }

  /** {@code golden:instances/instance}. */
  public Instance instance() {
    return instance;
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
    public Holder instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Holder instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Holder(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Holder instantiate(Store store) {
      return new Holder(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
