package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Linker;
import org.jspecify.annotations.Nullable;

/** How what callers get of a deployment of parts becomes ready to be instantiated. */
@FunctionalInterface
interface PartLinking<I> {

  /**
   * Compares the component with what callers use and a linker provides, and links it.
   *
   * @param component what is linked; it may be closed afterwards
   * @param linker what the host provides, and what is plugged in
   * @param current the version that serves; null if it is the first
   */
  Ready<I> link(Component component, Linker linker, @Nullable Ready<I> current);
}
