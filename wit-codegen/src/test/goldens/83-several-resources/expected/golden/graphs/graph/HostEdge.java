package golden.graphs.graph;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource edge}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:graphs/graph")
@NullMarked
public interface HostEdge {
  /** {@code [method]edge.ends}. */
  Tuple2<HostNode, HostNode> ends();

  /** {@code [method]edge.other}. */
  Optional<HostNode> other(HostNode than);
}
