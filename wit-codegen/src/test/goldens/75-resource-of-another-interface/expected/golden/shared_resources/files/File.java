package golden.shared_resources.files;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource file}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:shared-resources/files")
@NullMarked
public final class File implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  File(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /**
   * {@code [method]file.size}.
   *
   * @return unsigned
   */
  public long size() {
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      FilesCodec.lendFile(arguments, 0, this);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "file: " + resource;
  }
}
