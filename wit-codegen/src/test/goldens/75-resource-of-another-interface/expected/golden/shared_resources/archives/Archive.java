package golden.shared_resources.archives;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.shared_resources.files.File;
import golden.shared_resources.files.FilesCodec;
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
public final class Archive implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Archive(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /**
   * {@code [method]archive.put}.
   *
   * @param file is given away
   */
  public void put(File file) {
    Objects.requireNonNull(file, "file");
    try (Call call = this.exports.func(3).begin()) {
      ImageWriter arguments = call.arguments();
      ArchivesCodec.lendArchive(arguments, 0, this);
      FilesCodec.storeFile(arguments, 4, file);
      call.invoke();
    }
  }

  /** {@code [method]archive.has}. */
  public boolean has(File file) {
    Objects.requireNonNull(file, "file");
    try (Call call = this.exports.func(4).begin()) {
      ImageWriter arguments = call.arguments();
      ArchivesCodec.lendArchive(arguments, 0, this);
      FilesCodec.lendFile(arguments, 4, file);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /** {@code [method]archive.first}. */
  public Optional<File> first() {
    try (Call call = this.exports.func(5).begin()) {
      ImageWriter arguments = call.arguments();
      ArchivesCodec.lendArchive(arguments, 0, this);
      call.invoke();
      return call.result().getOption(0, 4, (image1, at1) -> FilesCodec.loadFile(image1, at1));
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "archive: " + resource;
  }
}
