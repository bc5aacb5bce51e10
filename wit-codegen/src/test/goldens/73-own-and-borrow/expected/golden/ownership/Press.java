package golden.ownership;

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
import golden.ownership.documents.Documents;
import golden.ownership.documents.HostDocuments;
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
public final class Press extends GuestWorld {
  private static final WorldType<Press> WORLD = WorldType.of(
      Press::new,
      ExportTypes.builder("Press", "own-and-borrow.wit")
          .func(
              "golden:ownership/documents", "[constructor]document", CodecOfDocuments.NEW_DOCUMENT)
          .func(
              "golden:ownership/documents",
              "[method]document.title",
              CodecOfDocuments.DOCUMENT_TITLE)
          .func(
              "golden:ownership/documents",
              "[method]document.append",
              CodecOfDocuments.DOCUMENT_APPEND)
          .func(
              "golden:ownership/documents",
              "[method]document.absorb",
              CodecOfDocuments.DOCUMENT_ABSORB)
          .func("golden:ownership/documents", "length", CodecOfDocuments.LENGTH)
          .func("golden:ownership/documents", "publish", CodecOfDocuments.PUBLISH)
          .func("golden:ownership/documents", "translate", CodecOfDocuments.TRANSLATE)
          .func("golden:ownership/documents", "compare", CodecOfDocuments.COMPARE)
          .func("golden:ownership/documents", "open", CodecOfDocuments.OPEN)
          .build());

  private final Documents documents;

  private Press(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.documents = Documents.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Press instantiate(Component component, HostDocuments documents) {
    return instantiate(component, StoreConfig.defaults(), documents);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Press instantiate(Component component, StoreConfig config,
      HostDocuments documents) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, documents));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Press> prepare(Component component, HostDocuments documents) {
    return WORLD.prepare(component, linker -> addTo(linker, documents));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Press> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostDocuments> documents) {
    return WORLD.prepare(component, linker -> addPerStore(linker, documents));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Press> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostDocuments documents) {
    HostDocuments.addTo(linker, documents);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param documents what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostDocuments> documents) {
    HostDocuments.addPerStore(linker, documents);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Press bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:ownership/documents}. */
  public Documents documents() {
    return documents;
  }
}
