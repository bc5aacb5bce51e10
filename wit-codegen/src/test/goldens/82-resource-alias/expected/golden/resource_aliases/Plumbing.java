package golden.resource_aliases;

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
import golden.resource_aliases.pipes.Pipes;
import golden.resource_aliases.pipes.abi.CodecOfPipes;
import golden.resource_aliases.streams.Streams;
import golden.resource_aliases.streams.abi.CodecOfStreams;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code plumbing}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:resource-aliases plumbing")
@NullMarked
public final class Plumbing implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Plumbing", "resource-alias.wit")
      .func("golden:resource-aliases/streams", "[method]stream.read", CodecOfStreams.STREAM_READ)
      .func("golden:resource-aliases/streams", "standard", CodecOfStreams.STANDARD)
      .func("golden:resource-aliases/streams", "copy", CodecOfStreams.COPY)
      .func("golden:resource-aliases/pipes", "plug", CodecOfPipes.PLUG)
      .build();

  private final @Nullable Store ownStore;
  private final Streams streams;
  private final Pipes pipes;

  private Plumbing(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.streams = Streams.of(exports);
    this.pipes = Pipes.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Plumbing instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Plumbing instantiate(Component component, StoreConfig config, Imports imports) {
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
    golden.resource_aliases.imports.streams.Streams.addTo(linker, imports.streams());
    golden.resource_aliases.imports.pipes.Pipes.addTo(linker, imports.pipes());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    golden.resource_aliases.imports.streams.Streams.addPerStore(
        linker, config -> imports.apply(config).streams());
    golden.resource_aliases.imports.pipes.Pipes.addPerStore(
        linker, config -> imports.apply(config).pipes());
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Plumbing bind(Instance instance) {
    return new Plumbing(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:resource-aliases/streams}. */
  public Streams streams() {
    return streams;
  }

  /** {@code golden:resource-aliases/pipes}. */
  public Pipes pipes() {
    return pipes;
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
    public Plumbing instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Plumbing instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Plumbing(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Plumbing instantiate(Store store) {
      return new Plumbing(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:resource-aliases plumbing} needs of its host. */
  public interface Imports {
    /** {@code golden:resource-aliases/streams}. */
    golden.resource_aliases.imports.streams.Streams streams();

    /** {@code golden:resource-aliases/pipes}. */
    golden.resource_aliases.imports.pipes.Pipes pipes();

    /** Imports that are given one by one. */
    static Imports of(golden.resource_aliases.imports.streams.Streams streams,
        golden.resource_aliases.imports.pipes.Pipes pipes) {
      record Given(
          golden.resource_aliases.imports.streams.Streams streams,
          golden.resource_aliases.imports.pipes.Pipes pipes) implements Imports {}
      return new Given(streams, pipes);
    }
  }
}
