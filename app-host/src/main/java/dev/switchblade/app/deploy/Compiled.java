package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
import java.util.List;
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
   * @param living versions of which what that engine has compiled can be used again
   */
  Compiled<I> recompile(Engine engine, List<Ready<I>> living);

  /** Gives up what was compiled. What was linked keeps what it needs of it. */
  @Override
  void close();
}
