package golden.graphs.graph.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.graphs.graph.HostEdge;
import golden.graphs.graph.HostNode;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:graphs/graph} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:graphs/graph")
@NullMarked
public final class CodecOfHostGraph {
  /** {@code resource node}. */
  public static final HostResource<HostNode> NODE = HostResource.of(HostNode.class);

  /** {@code resource edge}. */
  public static final HostResource<HostEdge> EDGE = HostResource.of(HostEdge.class);

  private CodecOfHostGraph() {}
}
