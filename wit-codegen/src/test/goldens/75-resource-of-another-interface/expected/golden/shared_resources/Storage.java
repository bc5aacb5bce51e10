package golden.shared_resources;

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
import golden.shared_resources.archives.Archives;
import golden.shared_resources.archives.HostArchives;
import golden.shared_resources.archives.abi.CodecOfArchives;
import golden.shared_resources.files.Files;
import golden.shared_resources.files.HostFiles;
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
public final class Storage extends GuestWorld {
  private static final WorldType<Storage> WORLD = WorldType.of(
      Storage::new,
      ExportTypes.builder("Storage", "resource-of-another-interface.wit")
          .func("golden:shared-resources/files", "[constructor]file", CodecOfFiles.NEW_FILE)
          .func("golden:shared-resources/files", "[method]file.size", CodecOfFiles.FILE_SIZE)
          .func(
              "golden:shared-resources/archives",
              "[constructor]archive",
              CodecOfArchives.NEW_ARCHIVE)
          .func(
              "golden:shared-resources/archives",
              "[method]archive.put",
              CodecOfArchives.ARCHIVE_PUT)
          .func(
              "golden:shared-resources/archives",
              "[method]archive.has",
              CodecOfArchives.ARCHIVE_HAS)
          .func(
              "golden:shared-resources/archives",
              "[method]archive.first",
              CodecOfArchives.ARCHIVE_FIRST)
          .func("golden:shared-resources/archives", "open", CodecOfArchives.OPEN)
          .build());

  private final Files files;
  private final Archives archives;

  private Storage(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.files = Files.of(exports);
    this.archives = Archives.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Storage instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Storage instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Storage> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Storage> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Storage> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostFiles.addTo(linker, imports.files());
    HostArchives.addTo(linker, imports.archives());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostFiles.addPerStore(linker, config -> imports.apply(config).files());
    HostArchives.addPerStore(linker, config -> imports.apply(config).archives());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Storage bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:shared-resources/files}. */
  public Files files() {
    return files;
  }

  /** {@code golden:shared-resources/archives}. */
  public Archives archives() {
    return archives;
  }

  /** What {@code golden:shared-resources storage} needs of its host. */
  public interface Imports {
    /** {@code golden:shared-resources/files}. */
    HostFiles files();

    /** {@code golden:shared-resources/archives}. */
    HostArchives archives();

    /** Imports that are given one by one. */
    static Imports of(HostFiles files, HostArchives archives) {
      record Given(HostFiles files, HostArchives archives) implements Imports {}
      return new Given(files, archives);
    }
  }
}
