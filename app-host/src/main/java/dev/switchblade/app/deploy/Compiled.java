package dev.switchblade.app.deploy;

import org.jspecify.annotations.Nullable;

/** A version that is compiled, and not linked yet. */
interface Compiled<I> extends AutoCloseable {

  /**
   * Compares it with what callers use and the host provides, and links it.
   *
   * @param current the version that serves; null if it is the first
   * @throws RuntimeException if it doesn't fit
   */
  Ready<I> link(@Nullable Ready<I> current);

  /** Gives up what was compiled. What was linked keeps what it needs of it. */
  @Override
  void close();
}
