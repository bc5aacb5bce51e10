package golden.ownership;

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
import golden.ownership.documents.Documents;
import golden.ownership.documents.abi.CodecOfDocuments;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code press}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:ownership press")
@NullMarked
public final class Press implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Press", "own-and-borrow.wit")
      .func("golden:ownership/documents", "[constructor]document", CodecOfDocuments.NEW_DOCUMENT)
      .func("golden:ownership/documents", "[method]document.title", CodecOfDocuments.DOCUMENT_TITLE)
      .func(
          "golden:ownership/documents", "[method]document.append", CodecOfDocuments.DOCUMENT_APPEND)
      .func(
          "golden:ownership/documents", "[method]document.absorb", CodecOfDocuments.DOCUMENT_ABSORB)
      .func("golden:ownership/documents", "length", CodecOfDocuments.LENGTH)
      .func("golden:ownership/documents", "publish", CodecOfDocuments.PUBLISH)
      .func("golden:ownership/documents", "translate", CodecOfDocuments.TRANSLATE)
      .func("golden:ownership/documents", "compare", CodecOfDocuments.COMPARE)
      .func("golden:ownership/documents", "open", CodecOfDocuments.OPEN)
      .build();

  private final @Nullable Store ownStore;
  private final Documents documents;

  private Press(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.documents = Documents.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Press instantiate(Component component,
      golden.ownership.imports.documents.Documents documents) {
    return instantiate(component, StoreConfig.defaults(), documents);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Press instantiate(Component component, StoreConfig config,
      golden.ownership.imports.documents.Documents documents) {
    try (Prepared prepared = prepare(component, documents)) {
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
      golden.ownership.imports.documents.Documents documents) {
    var linker = new Linker(component.engine());
    addTo(linker, documents);
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
      Function<StoreConfig, ? extends golden.ownership.imports.documents.Documents> documents) {
    var linker = new Linker(component.engine());
    addPerStore(linker, documents);
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
  public static void addTo(Linker linker, golden.ownership.imports.documents.Documents documents) {
    golden.ownership.imports.documents.Documents.addTo(linker, documents);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param documents what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends golden.ownership.imports.documents.Documents> documents) {
    golden.ownership.imports.documents.Documents.addPerStore(linker, documents);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Press bind(Instance instance) {
    return new Press(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:ownership/documents}. */
  public Documents documents() {
    return documents;
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
    public Press instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Press instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Press(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Press instantiate(Store store) {
      return new Press(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
