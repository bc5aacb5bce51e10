package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
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

  /** Says whether an engine has compiled all of it. */
  boolean isOf(Engine engine);

  /**
   * Compiles the same again, by another engine. This one may have been closed.
   *
   * @param before a version of which what that engine compiled can be used again; it may have been
   *     closed
   */
  Compiled<I> compiledBy(Engine engine, @Nullable Ready<I> before);

  /** Gives up what was compiled. What was linked keeps what it needs of it. */
  @Override
  void close();
}
