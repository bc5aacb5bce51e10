package golden.graphs.graph.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:graphs/graph} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:graphs/graph")
@NullMarked
public final class CodecOfGraph {
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

  private CodecOfGraph() {}
}
