package golden.shared_resources;

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
import golden.shared_resources.archives.Archives;
import golden.shared_resources.archives.abi.CodecOfArchives;
import golden.shared_resources.files.Files;
import golden.shared_resources.files.abi.CodecOfFiles;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Both interfaces go both ways: an exported archive has exported files.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:shared-resources storage")
@NullMarked
public final class Storage implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Storage", "resource-of-another-interface.wit")
      .func("golden:shared-resources/files", "[constructor]file", CodecOfFiles.NEW_FILE)
      .func("golden:shared-resources/files", "[method]file.size", CodecOfFiles.FILE_SIZE)
      .func("golden:shared-resources/archives", "[constructor]archive", CodecOfArchives.NEW_ARCHIVE)
      .func("golden:shared-resources/archives", "[method]archive.put", CodecOfArchives.ARCHIVE_PUT)
      .func("golden:shared-resources/archives", "[method]archive.has", CodecOfArchives.ARCHIVE_HAS)
      .func(
          "golden:shared-resources/archives",
          "[method]archive.first",
          CodecOfArchives.ARCHIVE_FIRST)
      .func("golden:shared-resources/archives", "open", CodecOfArchives.OPEN)
      .build();

  private final @Nullable Store ownStore;
  private final Files files;
  private final Archives archives;

  private Storage(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.files = Files.of(exports);
    this.archives = Archives.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Storage instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Storage instantiate(Component component, StoreConfig config, Imports imports) {
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
    golden.shared_resources.imports.files.Files.addTo(linker, imports.files());
    golden.shared_resources.imports.archives.Archives.addTo(linker, imports.archives());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    golden.shared_resources.imports.files.Files.addPerStore(
        linker, config -> imports.apply(config).files());
    golden.shared_resources.imports.archives.Archives.addPerStore(
        linker, config -> imports.apply(config).archives());
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Storage bind(Instance instance) {
    return new Storage(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:shared-resources/files}. */
  public Files files() {
    return files;
  }

  /** {@code golden:shared-resources/archives}. */
  public Archives archives() {
    return archives;
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
    public Storage instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Storage instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Storage(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Storage instantiate(Store store) {
      return new Storage(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:shared-resources storage} needs of its host. */
  public interface Imports {
    /** {@code golden:shared-resources/files}. */
    golden.shared_resources.imports.files.Files files();

    /** {@code golden:shared-resources/archives}. */
    golden.shared_resources.imports.archives.Archives archives();

    /** Imports that are given one by one. */
    static Imports of(golden.shared_resources.imports.files.Files files,
        golden.shared_resources.imports.archives.Archives archives) {
      record Given(
          golden.shared_resources.imports.files.Files files,
          golden.shared_resources.imports.archives.Archives archives) implements Imports {}
      return new Given(files, archives);
    }
  }
}
