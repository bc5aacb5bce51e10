package golden.fallible_constructors.connections;

import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.fallible_constructors.connections.abi.CodecOfConnections;
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
public final class Connection extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Connection(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]connection.send}. */
  public Result<Integer, Refusal> send(byte[] data) {
    Objects.requireNonNull(data, "data");
    try (Call call = GuestHandles.func(this, 1).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      arguments.putBytes(4, data);
      call.invoke();
      return call.result().getResult(0, 4, ImageReader::getInt, CodecOfConnections::loadRefusal);
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
    try (Call call = GuestHandles.func(this, 1).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      arguments.putSegment(4, data, 1);
      call.invoke();
      return call.result().getResult(0, 4, ImageReader::getInt, CodecOfConnections::loadRefusal);
    }
  }
}
