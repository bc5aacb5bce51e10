package dev.switchblade.app.deploy;

import dev.switchblade.StoreConfig;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which instances are made of a new version that is tried on a part of the traffic. Asked by all
 * threads that make instances.
 *
 * {@snippet :
 * shops.canary(source, CanaryPolicy.share(0.05));                               // one in twenty
 * shops.canary(source, config -> config.label().startsWith("beta-"));           // some tenants
 * }
 */
@FunctionalInterface
public interface CanaryPolicy {

  /**
   * Says whether an instance is made of the new version.
   *
   * @param config what the instance's store is made with
   * @return true for the new version. What is thrown instead is thrown to whoever asked for the
   *     instance
   */
  boolean takes(StoreConfig config);

  /**
   * So many of all instances, evenly spread: of a hundred in a row a share of 0.05 takes five.
   *
   * @param share 0 to 1
   * @throws IllegalArgumentException if it is not
   */
  static CanaryPolicy share(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: expected 0 to 1, got " + share);
    }
    var instances = new AtomicLong();
    return _ -> {
      long before = instances.getAndIncrement();
      return Math.floor((before + 1) * share) > Math.floor(before * share);
    };
  }
}
