package golden.fallible_constructors;

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
import golden.fallible_constructors.connections.Connections;
import golden.fallible_constructors.connections.HostConnections;
import golden.fallible_constructors.connections.abi.CodecOfConnections;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code network}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:fallible-constructors network")
@NullMarked
public final class Network extends GuestWorld {
  private static final WorldType<Network> WORLD = WorldType.of(
      Network::new,
      ExportTypes.builder("Network", "fallible-constructor.wit")
          .func(
              "golden:fallible-constructors/connections",
              "[constructor]connection",
              CodecOfConnections.NEW_CONNECTION)
          .func(
              "golden:fallible-constructors/connections",
              "[method]connection.send",
              CodecOfConnections.CONNECTION_SEND)
          .build());

  private final Connections connections;

  private Network(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.connections = Connections.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Network instantiate(Component component, HostConnections connections) {
    return instantiate(component, StoreConfig.defaults(), connections);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Network instantiate(Component component, StoreConfig config,
      HostConnections connections) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, connections));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Network> prepare(Component component, HostConnections connections) {
    return WORLD.prepare(component, linker -> addTo(linker, connections));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Network> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostConnections> connections) {
    return WORLD.prepare(component, linker -> addPerStore(linker, connections));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Network> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostConnections connections) {
    HostConnections.addTo(linker, connections);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param connections what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostConnections> connections) {
    HostConnections.addPerStore(linker, connections);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Network bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:fallible-constructors/connections}. */
  public Connections connections() {
    return connections;
  }
}
