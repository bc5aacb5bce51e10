package golden.tokens;

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
import golden.tokens.tokens.HostTokens;
import golden.tokens.tokens.Tokens;
import golden.tokens.tokens.abi.CodecOfTokens;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code gate}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:tokens gate")
@NullMarked
public final class Gate extends GuestWorld {
  private static final WorldType<Gate> WORLD = WorldType.of(
      Gate::new,
      ExportTypes.builder("Gate", "resource-without-methods.wit")
          .func("golden:tokens/tokens", "issue", CodecOfTokens.ISSUE)
          .func("golden:tokens/tokens", "accept", CodecOfTokens.ACCEPT)
          .func("golden:tokens/tokens", "revoke", CodecOfTokens.REVOKE)
          .build());

  private final Tokens tokens;

  private Gate(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.tokens = Tokens.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Gate instantiate(Component component, HostTokens tokens) {
    return instantiate(component, StoreConfig.defaults(), tokens);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Gate instantiate(Component component, StoreConfig config, HostTokens tokens) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, tokens));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Gate> prepare(Component component, HostTokens tokens) {
    return WORLD.prepare(component, linker -> addTo(linker, tokens));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Gate> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostTokens> tokens) {
    return WORLD.prepare(component, linker -> addPerStore(linker, tokens));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Gate> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostTokens tokens) {
    HostTokens.addTo(linker, tokens);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param tokens what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostTokens> tokens) {
    HostTokens.addPerStore(linker, tokens);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Gate bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:tokens/tokens}. */
  public Tokens tokens() {
    return tokens;
  }
}
