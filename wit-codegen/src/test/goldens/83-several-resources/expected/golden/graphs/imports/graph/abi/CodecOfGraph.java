package golden.graphs.imports.graph.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.HostResource;
import dev.switchblade.wit.WitType;
import golden.graphs.imports.graph.Edge;
import golden.graphs.imports.graph.Node;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:graphs/graph} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:graphs/graph")
@NullMarked
public final class CodecOfGraph {
  /** {@code resource node}. */
  public static final HostResource<Node> NODE = HostResource.of(Node.class);

  /** {@code resource edge}. */
  public static final HostResource<Edge> EDGE = HostResource.of(Edge.class);

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
