package golden.graphs;

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
import golden.graphs.graph.Graph;
import golden.graphs.graph.HostGraph;
import golden.graphs.graph.abi.CodecOfGraph;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code network}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:graphs network")
@NullMarked
public final class Network extends GuestWorld {
  private static final WorldType<Network> WORLD = WorldType.of(
      Network::new,
      ExportTypes.builder("Network", "several-resources.wit")
          .func("golden:graphs/graph", "[constructor]node", CodecOfGraph.NEW_NODE)
          .func("golden:graphs/graph", "[method]node.edges", CodecOfGraph.NODE_EDGES)
          .func("golden:graphs/graph", "[method]node.connect", CodecOfGraph.NODE_CONNECT)
          .func("golden:graphs/graph", "[method]edge.ends", CodecOfGraph.EDGE_ENDS)
          .func("golden:graphs/graph", "[method]edge.other", CodecOfGraph.EDGE_OTHER)
          .func("golden:graphs/graph", "shortest", CodecOfGraph.SHORTEST)
          .build());

  private final Graph graph;

  private Network(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.graph = Graph.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Network instantiate(Component component, HostGraph graph) {
    return instantiate(component, StoreConfig.defaults(), graph);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Network instantiate(Component component, StoreConfig config, HostGraph graph) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, graph));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Network> prepare(Component component, HostGraph graph) {
    return WORLD.prepare(component, linker -> addTo(linker, graph));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Network> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostGraph> graph) {
    return WORLD.prepare(component, linker -> addPerStore(linker, graph));
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
  public static void addTo(Linker linker, HostGraph graph) {
    HostGraph.addTo(linker, graph);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param graph what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostGraph> graph) {
    HostGraph.addPerStore(linker, graph);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Network bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:graphs/graph}. */
  public Graph graph() {
    return graph;
  }
}
