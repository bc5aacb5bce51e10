package golden.fallible_constructors.connections;

import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource connection}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public final class Connection implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Connection(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /** {@code [method]connection.send}. */
  public Result<Integer, Refusal> send(byte[] data) {
    Objects.requireNonNull(data, "data");
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      ConnectionsCodec.lendConnection(arguments, 0, this);
      arguments.putBytes(4, data);
      call.invoke();
      return call.result().getResult(0, 4, ImageReader::getInt, ConnectionsCodec::loadRefusal);
    }
  }

  /**
   * As {@link #send}, without arrays or objects for its lists: what is given is taken from memory,
   * see {@link ImageWriter#putSegment}.
   *
   * @param data 1 byte per element; must stay as it is until this method returns
   */
  public Result<Integer, Refusal> sendInPlace(MemorySegment data) {
    Objects.requireNonNull(data, "data");
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      ConnectionsCodec.lendConnection(arguments, 0, this);
      arguments.putSegment(4, data, 1);
      call.invoke();
      return call.result().getResult(0, 4, ImageReader::getInt, ConnectionsCodec::loadRefusal);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "connection: " + resource;
  }
}
