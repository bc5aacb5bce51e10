package dev.switchblade.app.deploy;

import java.util.Map;

/** How versions of a deployment are made of parts. */
@FunctionalInterface
interface PartsOrigin<I> {

  /**
   * Says of what a version is made.
   *
   * @param name what it is called
   * @param parts all of its parts, by name; the map can't be changed
   */
  Origin<I> of(String name, Map<String, byte[]> parts);
}
