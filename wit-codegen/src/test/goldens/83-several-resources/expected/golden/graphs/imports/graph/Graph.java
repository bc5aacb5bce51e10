package golden.graphs.imports.graph;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
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
    instance.resource("node", GraphCodec.NODE);
    instance.resource("edge", GraphCodec.EDGE);
    instance.funcOverImages(
        "[constructor]node",
        GraphCodec.NEW_NODE,
        (arguments, result) -> result.putOwn(
            0,
            GraphCodec.NODE,
            implementation.apply(arguments.config()).newNode(arguments.getString(0))));
    instance.funcOverImages(
        "[method]node.edges",
        GraphCodec.NODE_EDGES,
        (arguments, result) -> result.putList(
            0,
            arguments.getBorrow(0, GraphCodec.NODE).edges(),
            4,
            4,
            (image1, at1, value1) -> image1.putOwn(at1, GraphCodec.EDGE, value1)));
    instance.funcOverImages(
        "[method]node.connect",
        GraphCodec.NODE_CONNECT,
        (arguments, result) -> result.putOwn(
            0,
            GraphCodec.EDGE,
            arguments.getBorrow(0, GraphCodec.NODE).connect(
                arguments.getBorrow(4, GraphCodec.NODE))));
    instance.funcOverImages(
        "[method]edge.ends",
        GraphCodec.EDGE_ENDS,
        (arguments, result) -> {
          var returned = arguments.getBorrow(0, GraphCodec.EDGE).ends();
          result.putOwn(0, GraphCodec.NODE, returned.first());
          result.putOwn(4, GraphCodec.NODE, returned.second());
        });
    instance.funcOverImages(
        "[method]edge.other",
        GraphCodec.EDGE_OTHER,
        (arguments, result) -> result.putOption(
            0,
            arguments.getBorrow(0, GraphCodec.EDGE).other(arguments.getBorrow(4, GraphCodec.NODE)),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, GraphCodec.NODE, value1)));
    instance.funcOverImages(
        "shortest",
        GraphCodec.SHORTEST,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).shortest(
                arguments.getBorrow(0, GraphCodec.NODE), arguments.getBorrow(4, GraphCodec.NODE)),
            4,
            (image1, at1, value1) -> image1.putList(
                at1,
                value1,
                4,
                4,
                (image2, at2, value2) -> image2.putOwn(at2, GraphCodec.EDGE, value2)),
            (image1, at1, value1) -> image1.putOwn(at1, GraphCodec.NODE, value1)));
  }
}
