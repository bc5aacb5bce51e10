package golden.graphs.graph;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource node}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:graphs/graph")
@NullMarked
public final class Node implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Node(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]node.edges}. */
  public List<Edge> edges() {
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      GraphCodec.lendNode(arguments, 0, this);
      call.invoke();
      return call.result().getList(0, 4, (image1, at1) -> GraphCodec.loadEdge(image1, at1));
    }
  }

  /** {@code [method]node.connect}. */
  public Edge connect(Node to) {
    Objects.requireNonNull(to, "to");
    try (Call call = this.exports.func(2).begin()) {
      ImageWriter arguments = call.arguments();
      GraphCodec.lendNode(arguments, 0, this);
      GraphCodec.lendNode(arguments, 4, to);
      call.invoke();
      return GraphCodec.loadEdge(call.result(), 0);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "node: " + resource;
  }
}
