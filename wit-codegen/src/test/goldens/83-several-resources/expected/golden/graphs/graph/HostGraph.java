package golden.graphs.graph;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.graphs.graph.abi.CodecOfGraph;
import golden.graphs.graph.abi.CodecOfHostGraph;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:graphs/graph}. */
@Generated("interface golden:graphs/graph")
@NullMarked
public interface HostGraph {
  /** {@code [constructor]node}. */
  HostNode newNode(String name);

  /** {@code shortest}. */
  Result<List<HostEdge>, HostNode> shortest(HostNode from, HostNode to);

  /** Defines {@code golden:graphs/graph} in a linker. */
  static void addTo(Linker linker, HostGraph implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:graphs/graph} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostGraph> implementation) {
    LinkerInstance instance = linker.instance("golden:graphs/graph");
    instance.resource("node", CodecOfHostGraph.NODE);
    instance.resource("edge", CodecOfHostGraph.EDGE);
    instance.funcOverImages(
        "[constructor]node",
        CodecOfGraph.NEW_NODE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostGraph.NODE,
            implementation.apply(arguments.config()).newNode(arguments.getString(0))));
    instance.funcOverImages(
        "[method]node.edges",
        CodecOfGraph.NODE_EDGES,
        (arguments, result) -> result.putList(
            0,
            arguments.getBorrow(0, CodecOfHostGraph.NODE).edges(),
            4,
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfHostGraph.EDGE, value1)));
    instance.funcOverImages(
        "[method]node.connect",
        CodecOfGraph.NODE_CONNECT,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostGraph.EDGE,
            arguments.getBorrow(0, CodecOfHostGraph.NODE).connect(
                arguments.getBorrow(4, CodecOfHostGraph.NODE))));
    instance.funcOverImages(
        "[method]edge.ends",
        CodecOfGraph.EDGE_ENDS,
        (arguments, result) -> {
          var returned = result.requireReturned(
              arguments.getBorrow(0, CodecOfHostGraph.EDGE).ends());
          result.putOwn(0, CodecOfHostGraph.NODE, returned.first());
          result.putOwn(4, CodecOfHostGraph.NODE, returned.second());
        });
    instance.funcOverImages(
        "[method]edge.other",
        CodecOfGraph.EDGE_OTHER,
        (arguments, result) -> result.putOption(
            0,
            arguments.getBorrow(0, CodecOfHostGraph.EDGE).other(
                arguments.getBorrow(4, CodecOfHostGraph.NODE)),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfHostGraph.NODE, value1)));
    instance.funcOverImages(
        "shortest",
        CodecOfGraph.SHORTEST,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).shortest(
                arguments.getBorrow(0, CodecOfHostGraph.NODE),
                arguments.getBorrow(4, CodecOfHostGraph.NODE)),
            4,
            (image1, at1, value1) -> image1.putList(
                at1,
                value1,
                4,
                4,
                (image2, at2, value2) -> image2.putOwn(at2, CodecOfHostGraph.EDGE, value2)),
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfHostGraph.NODE, value1)));
  }
}
