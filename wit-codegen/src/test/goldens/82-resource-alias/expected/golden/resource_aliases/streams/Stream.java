package golden.resource_aliases.streams;

import dev.switchblade.ListVisitor;
import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
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
public final class Stream extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Stream(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]stream.read}. */
  public byte[] read() {
    try (Call call = GuestHandles.func(this, 0).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
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
    try (Call call = GuestHandles.func(this, 0).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invokeInPlace(visitor);
    }
  }
}
