package golden.shared_resources.archives;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.shared_resources.files.File;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource archive}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:shared-resources/archives")
@NullMarked
public final class Archive extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Archive(ImageReader image, long at) {
    super(image, at);
  }

  /**
   * {@code [method]archive.put}.
   *
   * @param file is given away
   */
  public void put(File file) {
    Objects.requireNonNull(file, "file");
    try (Call call = GuestHandles.func(this, 3).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      GuestHandles.putOwn(arguments, 4, file);
      call.invoke();
    }
  }

  /** {@code [method]archive.has}. */
  public boolean has(File file) {
    Objects.requireNonNull(file, "file");
    try (Call call = GuestHandles.func(this, 4).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      GuestHandles.putBorrow(arguments, 4, file);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /** {@code [method]archive.first}. */
  public Optional<File> first() {
    try (Call call = GuestHandles.func(this, 5).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getOption(0, 4, (image1, at1) -> new File(image1, at1));
    }
  }
}
