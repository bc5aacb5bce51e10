package golden.shared_resources.files;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource file}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:shared-resources/files")
@NullMarked
public interface HostFile {
  /**
   * {@code [method]file.size}.
   *
   * @return unsigned
   */
  long size();
}
