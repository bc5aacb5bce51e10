package golden.named_errors;

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
import golden.named_errors.files.Files;
import golden.named_errors.files.HostFiles;
import golden.named_errors.files.abi.CodecOfFiles;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code reader}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:named-errors reader")
@NullMarked
public final class Reader extends GuestWorld {
  private static final WorldType<Reader> WORLD = WorldType.of(
      Reader::new,
      ExportTypes.builder("Reader", "result-with-named-error.wit")
          .func("golden:named-errors/files", "read", CodecOfFiles.READ)
          .func("golden:named-errors/files", "remove", CodecOfFiles.REMOVE)
          .build());

  private final Files files;

  private Reader(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.files = Files.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Reader instantiate(Component component, HostFiles files) {
    return instantiate(component, StoreConfig.defaults(), files);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Reader instantiate(Component component, StoreConfig config, HostFiles files) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, files));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Reader> prepare(Component component, HostFiles files) {
    return WORLD.prepare(component, linker -> addTo(linker, files));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Reader> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostFiles> files) {
    return WORLD.prepare(component, linker -> addPerStore(linker, files));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Reader> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostFiles files) {
    HostFiles.addTo(linker, files);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param files what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostFiles> files) {
    HostFiles.addPerStore(linker, files);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Reader bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:named-errors/files}. */
  public Files files() {
    return files;
  }
}
