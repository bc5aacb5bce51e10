package golden.shared_resources.imports.archives;

import dev.switchblade.abi.Generated;
import golden.shared_resources.imports.files.File;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource archive}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:shared-resources/archives")
@NullMarked
public interface Archive {
  /** {@code [method]archive.put}. */
  void put(File file);

  /** {@code [method]archive.has}. */
  boolean has(File file);

  /** {@code [method]archive.first}. */
  Optional<File> first();
}
