package golden.graphs.graph;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageWriter;
import golden.graphs.Network;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:graphs/graph}. */
@Generated("interface golden:graphs/graph")
@NullMarked
public final class Graph {
  private final Func newNode;
  private final Func shortest;

  private Graph(Exports exports) {
    this.newNode = exports.func(0);
    this.shortest = exports.func(5);
  }

  /** The interface of an instance: for generated code, as {@link Network} hands it out. */
  public static Graph of(Exports exports) {
    return new Graph(exports);
  }

  /** {@code [constructor]node}. */
  public Node newNode(String name) {
    Objects.requireNonNull(name, "name");
    try (Call call = this.newNode.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, name);
      call.invoke();
      return new Node(call.result(), 0);
    }
  }

  /** {@code shortest}. */
  public Result<List<Edge>, Node> shortest(Node from, Node to) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    try (Call call = this.shortest.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, from);
      GuestHandles.putBorrow(arguments, 4, to);
      call.invoke();
      return call.result().getResult(
          0,
          4,
          (image1, at1) -> image1.getList(at1, 4, (image2, at2) -> new Edge(image2, at2)),
          (image1, at1) -> new Node(image1, at1));
    }
  }
}
