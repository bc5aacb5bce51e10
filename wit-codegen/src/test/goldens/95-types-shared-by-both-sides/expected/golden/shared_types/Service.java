package golden.shared_types;

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
import golden.shared_types.broker.Broker;
import golden.shared_types.broker.HostBroker;
import golden.shared_types.broker.abi.CodecOfBroker;
import golden.shared_types.subscriber.HostSubscriber;
import golden.shared_types.subscriber.Subscriber;
import golden.shared_types.subscriber.abi.CodecOfSubscriber;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Different interfaces, the same types: what the host gets, it can pass on.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:shared-types service")
@NullMarked
public final class Service extends GuestWorld {
  private static final WorldType<Service> WORLD = WorldType.of(
      Service::new,
      ExportTypes.builder("Service", "types-shared-by-both-sides.wit")
          .func("golden:shared-types/broker", "publish", CodecOfBroker.PUBLISH)
          .func("golden:shared-types/subscriber", "receive", CodecOfSubscriber.RECEIVE)
          .build());

  private final Broker broker;
  private final Subscriber subscriber;

  private Service(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.broker = Broker.of(exports);
    this.subscriber = Subscriber.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Service instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Service instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Service> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Service> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Service> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostBroker.addTo(linker, imports.broker());
    HostSubscriber.addTo(linker, imports.subscriber());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostBroker.addPerStore(linker, config -> imports.apply(config).broker());
    HostSubscriber.addPerStore(linker, config -> imports.apply(config).subscriber());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Service bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:shared-types/broker}. */
  public Broker broker() {
    return broker;
  }

  /** {@code golden:shared-types/subscriber}. */
  public Subscriber subscriber() {
    return subscriber;
  }

  /** What {@code golden:shared-types service} needs of its host. */
  public interface Imports {
    /** {@code golden:shared-types/broker}. */
    HostBroker broker();

    /** {@code golden:shared-types/subscriber}. */
    HostSubscriber subscriber();

    /** Imports that are given one by one. */
    static Imports of(HostBroker broker, HostSubscriber subscriber) {
      record Given(HostBroker broker, HostSubscriber subscriber) implements Imports {}
      return new Given(broker, subscriber);
    }
  }
}
