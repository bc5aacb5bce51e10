package golden.world_tokens;

import dev.switchblade.Call;
import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.ImageWriter;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.world_tokens.abi.CodecOfPassOn;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The host has nothing to do for such a resource but to be handed it.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:world-tokens pass-on")
@NullMarked
public final class PassOn implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "PassOn", "resource-of-the-world-without-functions.wit")
      .func("", "keep", CodecOfPassOn.KEEP)
      .func("", "swap", CodecOfPassOn.SWAP)
      .build();

  private final @Nullable Store ownStore;
  private final Func keep;
  private final Func swap;

  private PassOn(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.keep = exports.func(0);
    this.swap = exports.func(1);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static PassOn instantiate(Component component) {
    return instantiate(component, StoreConfig.defaults());
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static PassOn instantiate(Component component, StoreConfig config) {
    try (Prepared prepared = prepare(component)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component) {
    var linker = new Linker(component.engine());
    addTo(linker);
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
  public static void addTo(Linker linker) {
    LinkerInstance instance = linker.root();
    instance.resource("token", CodecOfPassOn.TOKEN);
    instance.resource("other-token", CodecOfPassOn.OTHER_TOKEN);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static PassOn bind(Instance instance) {
    return new PassOn(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code keep}. */
  public void keep(Token token) {
    Objects.requireNonNull(token, "token");
    try (Call call = this.keep.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOwn(0, CodecOfPassOn.TOKEN, token);
      call.invoke();
    }
  }

  /** {@code swap}. */
  public OtherToken swap(Token token) {
    Objects.requireNonNull(token, "token");
    try (Call call = this.swap.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOwn(0, CodecOfPassOn.TOKEN, token);
      call.invoke();
      return call.result().getOwn(0, CodecOfPassOn.OTHER_TOKEN);
    }
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
    public PassOn instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public PassOn instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new PassOn(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public PassOn instantiate(Store store) {
      return new PassOn(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
