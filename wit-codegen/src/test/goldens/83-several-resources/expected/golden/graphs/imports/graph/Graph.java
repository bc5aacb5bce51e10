package golden.graphs.imports.graph;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import golden.graphs.imports.graph.abi.CodecOfGraph;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:graphs/graph}. */
@Generated("interface golden:graphs/graph")
@NullMarked
public interface Graph {
  /** {@code [constructor]node}. */
  Node newNode(String name);

  /** {@code shortest}. */
  Result<List<Edge>, Node> shortest(Node from, Node to);

  /** Defines {@code golden:graphs/graph} in a linker. */
  static void addTo(Linker linker, Graph implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:graphs/graph} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Graph> implementation) {
    LinkerInstance instance = linker.instance("golden:graphs/graph");
    instance.resource("node", CodecOfGraph.NODE);
    instance.resource("edge", CodecOfGraph.EDGE);
    instance.funcOverImages(
        "[constructor]node",
        CodecOfGraph.NEW_NODE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfGraph.NODE,
            implementation.apply(arguments.config()).newNode(arguments.getString(0))));
    instance.funcOverImages(
        "[method]node.edges",
        CodecOfGraph.NODE_EDGES,
        (arguments, result) -> result.putList(
            0,
            arguments.getBorrow(0, CodecOfGraph.NODE).edges(),
            4,
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfGraph.EDGE, value1)));
    instance.funcOverImages(
        "[method]node.connect",
        CodecOfGraph.NODE_CONNECT,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfGraph.EDGE,
            arguments.getBorrow(0, CodecOfGraph.NODE).connect(
                arguments.getBorrow(4, CodecOfGraph.NODE))));
    instance.funcOverImages(
        "[method]edge.ends",
        CodecOfGraph.EDGE_ENDS,
        (arguments, result) -> {
          var returned = arguments.getBorrow(0, CodecOfGraph.EDGE).ends();
          result.putOwn(0, CodecOfGraph.NODE, returned.first());
          result.putOwn(4, CodecOfGraph.NODE, returned.second());
        });
    instance.funcOverImages(
        "[method]edge.other",
        CodecOfGraph.EDGE_OTHER,
        (arguments, result) -> result.putOption(
            0,
            arguments.getBorrow(0, CodecOfGraph.EDGE).other(
                arguments.getBorrow(4, CodecOfGraph.NODE)),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfGraph.NODE, value1)));
    instance.funcOverImages(
        "shortest",
        CodecOfGraph.SHORTEST,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).shortest(
                arguments.getBorrow(0, CodecOfGraph.NODE),
                arguments.getBorrow(4, CodecOfGraph.NODE)),
            4,
            (image1, at1, value1) -> image1.putList(
                at1,
                value1,
                4,
                4,
                (image2, at2, value2) -> image2.putOwn(at2, CodecOfGraph.EDGE, value2)),
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfGraph.NODE, value1)));
  }
}
