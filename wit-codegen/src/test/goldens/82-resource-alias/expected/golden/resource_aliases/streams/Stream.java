package golden.resource_aliases.streams;

import dev.switchblade.ListVisitor;
import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource stream}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:resource-aliases/streams")
@NullMarked
public final class Stream implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Stream(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]stream.read}. */
  public byte[] read() {
    try (Call call = this.exports.func(0).begin()) {
      ImageWriter arguments = call.arguments();
      StreamsCodec.lendStream(arguments, 0, this);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #read}, without arrays or objects for its lists: what is returned is seen in the
   * guest's, see {@link Call#invokeInPlace}.
   *
   * @param visitor sees the result: 1 byte per element
   */
  public void readInPlace(ListVisitor visitor) {
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.exports.func(0).begin()) {
      ImageWriter arguments = call.arguments();
      StreamsCodec.lendStream(arguments, 0, this);
      call.invokeInPlace(visitor);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "stream: " + resource;
  }
}
