package golden.graphs.graph;

import dev.switchblade.abi.Generated;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource node}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:graphs/graph")
@NullMarked
public interface HostNode {
  /** {@code [method]node.edges}. */
  List<HostEdge> edges();

  /** {@code [method]node.connect}. */
  HostEdge connect(HostNode to);
}
