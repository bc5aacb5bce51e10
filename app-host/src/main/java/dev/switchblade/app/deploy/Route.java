package dev.switchblade.app.deploy;

import dev.switchblade.StoreConfig;
import org.jspecify.annotations.Nullable;

/**
 * Which version the next instance is made of. It is replaced as a whole: whoever makes an instance
 * sees one version or the other.
 *
 * @param current the version that serves
 * @param trial a version that is tried on a part of the traffic
 */
record Route<I>(LiveVersion<I> current, @Nullable Trial<I> trial) {

  /**
   * A version that is tried.
   *
   * @param version the version
   * @param policy which instances are made of it
   */
  record Trial<I>(LiveVersion<I> version, CanaryPolicy policy) {}

  /** Says whether instances are made of a version. */
  boolean has(LiveVersion<I> version) {
    Trial<I> tried = trial;
    return current == version || (tried != null && tried.version() == version);
  }

  /** The same, with one version in the place of another. */
  Route<I> with(LiveVersion<I> old, LiveVersion<I> next) {
    Trial<I> tried = trial;
    return new Route<>(
        current == old ? next : current,
        tried != null && tried.version() == old ? new Trial<>(next, tried.policy()) : tried);
  }

  LiveVersion<I> pick(StoreConfig config) {
    Trial<I> tried = trial;
    return tried != null && tried.policy().takes(config) ? tried.version() : current;
  }
}
