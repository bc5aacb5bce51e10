package golden.graphs.graph;

import dev.switchblade.Resource;
import dev.switchblade.Tuple;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource edge}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:graphs/graph")
@NullMarked
public final class Edge implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Edge(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]edge.ends}. */
  public Tuple.Tuple2<Node, Node> ends() {
    try (Call call = this.exports.func(3).begin()) {
      ImageWriter arguments = call.arguments();
      GraphCodec.lendEdge(arguments, 0, this);
      call.invoke();
      ImageReader result = call.result();
      return new Tuple.Tuple2<>(GraphCodec.loadNode(result, 0), GraphCodec.loadNode(result, 4));
    }
  }

  /** {@code [method]edge.other}. */
  public Optional<Node> other(Node than) {
    Objects.requireNonNull(than, "than");
    try (Call call = this.exports.func(4).begin()) {
      ImageWriter arguments = call.arguments();
      GraphCodec.lendEdge(arguments, 0, this);
      GraphCodec.lendNode(arguments, 4, than);
      call.invoke();
      return call.result().getOption(0, 4, (image1, at1) -> GraphCodec.loadNode(image1, at1));
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "edge: " + resource;
  }
}
