package dev.switchblade.app.deploy;

import org.jspecify.annotations.Nullable;

/**
 * A version that has been made, and isn't served yet.
 *
 * @param live the version
 * @param baseline what the baseline compiler has made of it; null if its code is optimized already
 */
record Made<I>(LiveVersion<I> live, @Nullable Baseline<I> baseline) {

  /**
   * Code of the baseline compiler.
   *
   * @param compiled what is compiled again; it may have been closed
   * @param ready how it was linked; it may have been closed
   */
  record Baseline<I>(Compiled<I> compiled, Ready<I> ready) {}
}
