package golden.ownership.documents;

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
 * {@code resource document}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:ownership/documents")
@NullMarked
public final class Document extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Document(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]document.title}. */
  public String title() {
    try (Call call = GuestHandles.func(this, 1).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code [method]document.append}. */
  public void append(Document other) {
    Objects.requireNonNull(other, "other");
    try (Call call = GuestHandles.func(this, 2).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      GuestHandles.putBorrow(arguments, 4, other);
      call.invoke();
    }
  }

  /**
   * {@code [method]document.absorb}.
   *
   * @param other is given away
   * @return unsigned
   */
  public int absorb(Document other) {
    Objects.requireNonNull(other, "other");
    try (Call call = GuestHandles.func(this, 3).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      GuestHandles.putOwn(arguments, 4, other);
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
