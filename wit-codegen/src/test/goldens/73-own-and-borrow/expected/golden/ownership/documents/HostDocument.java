package golden.ownership.documents;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource document}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:ownership/documents")
@NullMarked
public interface HostDocument {
  /** {@code [method]document.title}. */
  String title();

  /** {@code [method]document.append}. */
  void append(HostDocument other);

  /**
   * {@code [method]document.absorb}.
   *
   * @return unsigned
   */
  int absorb(HostDocument other);
}
