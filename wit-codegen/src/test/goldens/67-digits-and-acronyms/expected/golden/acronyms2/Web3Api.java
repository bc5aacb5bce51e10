package golden.acronyms2;

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
import golden.acronyms2.http2_client.Http2Client;
import golden.acronyms2.http2_client.abi.CodecOfHttp2Client;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code web3-API}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:acronyms2 web3-API")
@NullMarked
public final class Web3Api implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Web3Api", "digits-and-acronyms.wit")
      .func("golden:acronyms2/HTTP2-client", "get-URL", CodecOfHttp2Client.GET_URL)
      .func("golden:acronyms2/HTTP2-client", "get2", CodecOfHttp2Client.GET2)
      .func("golden:acronyms2/HTTP2-client", "ABC", CodecOfHttp2Client.ABC)
      .func("golden:acronyms2/HTTP2-client", "utf8-to-utf16", CodecOfHttp2Client.UTF8_TO_UTF16)
      .func("golden:acronyms2/HTTP2-client", "a-b-c", CodecOfHttp2Client.A_B_C)
      .build();

  private final @Nullable Store ownStore;
  private final Http2Client http2Client;

  private Web3Api(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.http2Client = Http2Client.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Web3Api instantiate(Component component,
      golden.acronyms2.imports.http2_client.Http2Client http2Client) {
    return instantiate(component, StoreConfig.defaults(), http2Client);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Web3Api instantiate(Component component, StoreConfig config,
      golden.acronyms2.imports.http2_client.Http2Client http2Client) {
    try (Prepared prepared = prepare(component, http2Client)) {
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
      golden.acronyms2.imports.http2_client.Http2Client http2Client) {
    var linker = new Linker(component.engine());
    addTo(linker, http2Client);
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
      Function<StoreConfig, ? extends golden.acronyms2.imports.http2_client.Http2Client> http2Client) {
    var linker = new Linker(component.engine());
    addPerStore(linker, http2Client);
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
  public static void addTo(Linker linker,
      golden.acronyms2.imports.http2_client.Http2Client http2Client) {
    golden.acronyms2.imports.http2_client.Http2Client.addTo(linker, http2Client);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param http2Client what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends golden.acronyms2.imports.http2_client.Http2Client> http2Client) {
    golden.acronyms2.imports.http2_client.Http2Client.addPerStore(linker, http2Client);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Web3Api bind(Instance instance) {
    return new Web3Api(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code golden:acronyms2/HTTP2-client}. */
  public Http2Client http2Client() {
    return http2Client;
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
    public Web3Api instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Web3Api instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Web3Api(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Web3Api instantiate(Store store) {
      return new Web3Api(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
