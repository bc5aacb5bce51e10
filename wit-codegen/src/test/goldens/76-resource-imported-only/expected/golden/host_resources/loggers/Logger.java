package golden.host_resources.loggers;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource logger}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:host-resources/loggers")
@NullMarked
public interface Logger {
  /** {@code [method]logger.log}. */
  void log(String text);

  /**
   * {@code [method]logger.count}.
   *
   * @return unsigned
   */
  int count();

  /** The static functions of {@code logger}. */
  interface Statics {
    /** {@code [static]logger.root}. */
    Logger root();
  }
}
