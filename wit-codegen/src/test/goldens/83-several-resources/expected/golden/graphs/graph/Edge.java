package golden.graphs.graph;

import dev.switchblade.Resource;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
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
public final class Edge extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Edge(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]edge.ends}. */
  public Tuple2<Node, Node> ends() {
    try (Call call = GuestHandles.func(this, 3).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      ImageReader result = call.result();
      return new Tuple2<>(new Node(result, 0), new Node(result, 4));
    }
  }

  /** {@code [method]edge.other}. */
  public Optional<Node> other(Node than) {
    Objects.requireNonNull(than, "than");
    try (Call call = GuestHandles.func(this, 4).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      GuestHandles.putBorrow(arguments, 4, than);
      call.invoke();
      return call.result().getOption(0, 4, (image1, at1) -> new Node(image1, at1));
    }
  }
}
