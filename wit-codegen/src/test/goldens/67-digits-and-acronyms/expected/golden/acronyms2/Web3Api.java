package golden.acronyms2;

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
import golden.acronyms2.http2_client.HostHttp2Client;
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
public final class Web3Api extends GuestWorld {
  private static final WorldType<Web3Api> WORLD = WorldType.of(
      Web3Api::new,
      ExportTypes.builder("Web3Api", "digits-and-acronyms.wit")
          .func("golden:acronyms2/HTTP2-client", "get-URL", CodecOfHttp2Client.GET_URL)
          .func("golden:acronyms2/HTTP2-client", "get2", CodecOfHttp2Client.GET2)
          .func("golden:acronyms2/HTTP2-client", "ABC", CodecOfHttp2Client.ABC)
          .func("golden:acronyms2/HTTP2-client", "utf8-to-utf16", CodecOfHttp2Client.UTF8_TO_UTF16)
          .func("golden:acronyms2/HTTP2-client", "a-b-c", CodecOfHttp2Client.A_B_C)
          .build());

  private final Http2Client http2Client;

  private Web3Api(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.http2Client = Http2Client.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Web3Api instantiate(Component component, HostHttp2Client http2Client) {
    return instantiate(component, StoreConfig.defaults(), http2Client);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Web3Api instantiate(Component component, StoreConfig config,
      HostHttp2Client http2Client) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, http2Client));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Web3Api> prepare(Component component, HostHttp2Client http2Client) {
    return WORLD.prepare(component, linker -> addTo(linker, http2Client));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Web3Api> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostHttp2Client> http2Client) {
    return WORLD.prepare(component, linker -> addPerStore(linker, http2Client));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Web3Api> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostHttp2Client http2Client) {
    HostHttp2Client.addTo(linker, http2Client);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param http2Client what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostHttp2Client> http2Client) {
    HostHttp2Client.addPerStore(linker, http2Client);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Web3Api bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:acronyms2/HTTP2-client}. */
  public Http2Client http2Client() {
    return http2Client;
  }
}
