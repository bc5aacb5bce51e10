package golden.exports_only;

import dev.switchblade.Call;
import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.exports_only.abi.CodecOfLibrary;
import golden.exports_only.parser.Parser;
import golden.exports_only.parser.abi.CodecOfParser;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code library}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:exports-only library")
@NullMarked
public final class Library implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Library", "exports-only.wit")
      .func("", "version", CodecOfLibrary.VERSION)
      .func("golden:exports-only/parser", "tokens", CodecOfParser.TOKENS)
      .build();

  private final @Nullable Store ownStore;
  private final Func version;
  private final Parser parser;

  private Library(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.version = exports.func(0);
    this.parser = Parser.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Library instantiate(Component component) {
    return instantiate(component, StoreConfig.defaults());
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Library instantiate(Component component, StoreConfig config) {
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
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker, which needs nothing in it.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Linker linker) {
    return new Prepared(component, EXPORTS.bind(component), linker.instantiatePre(component));
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Library bind(Instance instance) {
    return new Library(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code version}. */
  public String version() {
    try (Call call = this.version.begin()) {
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code golden:exports-only/parser}. */
  public Parser parser() {
    return parser;
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
    public Library instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Library instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Library(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Library instantiate(Store store) {
      return new Library(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
