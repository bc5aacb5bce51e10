package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import org.jspecify.annotations.Nullable;

/** How the component of a version becomes ready to be instantiated. */
@FunctionalInterface
interface Linking<I> {

  /**
   * Compares the component with what callers use and the host provides, and links it.
   *
   * @param component what is linked; it may be closed afterwards
   * @param current the version that serves; null if it is the first
   */
  Ready<I> link(Component component, @Nullable Ready<I> current);
}
