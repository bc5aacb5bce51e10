package golden.graphs.graph;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
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
public final class Node extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Node(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]node.edges}. */
  public List<Edge> edges() {
    try (Call call = GuestHandles.func(this, 1).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getList(0, 4, (image1, at1) -> new Edge(image1, at1));
    }
  }

  /** {@code [method]node.connect}. */
  public Edge connect(Node to) {
    Objects.requireNonNull(to, "to");
    try (Call call = GuestHandles.func(this, 2).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      GuestHandles.putBorrow(arguments, 4, to);
      call.invoke();
      return new Edge(call.result(), 0);
    }
  }
}
