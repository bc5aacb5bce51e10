package golden.graphs.imports.graph;

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
public interface Node {
  /** {@code [method]node.edges}. */
  List<Edge> edges();

  /** {@code [method]node.connect}. */
  Edge connect(Node to);
}
