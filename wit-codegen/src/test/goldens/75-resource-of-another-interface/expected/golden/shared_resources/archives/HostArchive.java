package golden.shared_resources.archives;

import dev.switchblade.abi.Generated;
import golden.shared_resources.files.HostFile;
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
public interface HostArchive {
  /** {@code [method]archive.put}. */
  void put(HostFile file);

  /** {@code [method]archive.has}. */
  boolean has(HostFile file);

  /** {@code [method]archive.first}. */
  Optional<HostFile> first();
}
