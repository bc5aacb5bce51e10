package golden.graphs.graph;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:graphs/graph} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:graphs/graph")
@NullMarked
public final class GraphCodec {
  /** {@code [constructor]node}. */
  public static final WitType.Function NEW_NODE = func(
      own("golden:graphs/graph", "node"), param("name", STRING));

  /** {@code [method]node.edges}. */
  public static final WitType.Function NODE_EDGES = func(
      list(own("golden:graphs/graph", "edge")),
      param("self", borrow("golden:graphs/graph", "node")));

  /** {@code [method]node.connect}. */
  public static final WitType.Function NODE_CONNECT = func(
      own("golden:graphs/graph", "edge"),
      param("self", borrow("golden:graphs/graph", "node")),
      param("to", borrow("golden:graphs/graph", "node")));

  /** {@code [method]edge.ends}. */
  public static final WitType.Function EDGE_ENDS = func(
      tuple(own("golden:graphs/graph", "node"), own("golden:graphs/graph", "node")),
      param("self", borrow("golden:graphs/graph", "edge")));

  /** {@code [method]edge.other}. */
  public static final WitType.Function EDGE_OTHER = func(
      option(own("golden:graphs/graph", "node")),
      param("self", borrow("golden:graphs/graph", "edge")),
      param("than", borrow("golden:graphs/graph", "node")));

  /** {@code shortest}. */
  public static final WitType.Function SHORTEST = func(
      result(list(own("golden:graphs/graph", "edge")), own("golden:graphs/graph", "node")),
      param("from", borrow("golden:graphs/graph", "node")),
      param("to", borrow("golden:graphs/graph", "node")));

  private GraphCodec() {}

  /** Writes a handle of {@code node}. */
  public static void storeNode(ImageWriter image, long at, Node value) {
    image.putOwn(at, value.resource);
  }

  /** Lends a handle of {@code node} for a call. */
  public static void lendNode(ImageWriter image, long at, Node value) {
    image.putBorrow(at, value.resource);
  }

  /** Reads a handle of {@code node}. */
  public static Node loadNode(ImageReader image, long at) {
    return new Node(image.exports(), image.getOwn(at));
  }

  /** Writes a handle of {@code edge}. */
  public static void storeEdge(ImageWriter image, long at, Edge value) {
    image.putOwn(at, value.resource);
  }

  /** Lends a handle of {@code edge} for a call. */
  public static void lendEdge(ImageWriter image, long at, Edge value) {
    image.putBorrow(at, value.resource);
  }

  /** Reads a handle of {@code edge}. */
  public static Edge loadEdge(ImageReader image, long at) {
    return new Edge(image.exports(), image.getOwn(at));
  }
}
