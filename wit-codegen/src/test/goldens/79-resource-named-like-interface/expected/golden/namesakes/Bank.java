package golden.namesakes;

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
import golden.namesakes.account.AccountFunctions;
import golden.namesakes.account.HostAccountFunctions;
import golden.namesakes.account.abi.CodecOfAccount;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code bank}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:namesakes bank")
@NullMarked
public final class Bank extends GuestWorld {
  private static final WorldType<Bank> WORLD = WorldType.of(
      Bank::new,
      ExportTypes.builder("Bank", "resource-named-like-interface.wit")
          .func("golden:namesakes/account", "[constructor]account", CodecOfAccount.NEW_ACCOUNT)
          .func("golden:namesakes/account", "[method]account.owner", CodecOfAccount.ACCOUNT_OWNER)
          .func("golden:namesakes/account", "merge", CodecOfAccount.MERGE)
          .build());

  private final AccountFunctions account;

  private Bank(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.account = AccountFunctions.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Bank instantiate(Component component, HostAccountFunctions account) {
    return instantiate(component, StoreConfig.defaults(), account);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Bank instantiate(Component component, StoreConfig config,
      HostAccountFunctions account) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, account));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Bank> prepare(Component component, HostAccountFunctions account) {
    return WORLD.prepare(component, linker -> addTo(linker, account));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Bank> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostAccountFunctions> account) {
    return WORLD.prepare(component, linker -> addPerStore(linker, account));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Bank> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostAccountFunctions account) {
    HostAccountFunctions.addTo(linker, account);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param account what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostAccountFunctions> account) {
    HostAccountFunctions.addPerStore(linker, account);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Bank bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:namesakes/account}. */
  public AccountFunctions account() {
    return account;
  }
}
