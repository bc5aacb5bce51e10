package dev.switchblade.app.deploy;

import java.util.Objects;

/**
 * A new version that is tried on a part of a deployment's traffic. It ends by being promoted or
 * aborted, or with the deployment. Thread-safe.
 *
 * {@snippet :
 * try (Canary canary = shops.canary(Source.of(Path.of("shop-2.wasm")), CanaryPolicy.share(0.05))) {
 *   if (metrics.look().areFine()) {
 *     canary.promote();
 *   }
 * } // aborted, unless it was promoted
 * }
 */
public final class Canary implements AutoCloseable {

  private final Deployment<?> deployment;
  private final Version version;

  Canary(Deployment<?> deployment, Version version) {
    this.deployment = deployment;
    this.version = version;
  }

  /** The version that is tried. */
  public Version version() {
    return version;
  }

  /**
   * Changes which instances are made of it, such as a larger {@linkplain CanaryPolicy#share share}.
   *
   * @throws IllegalStateException if it isn't tried any more
   */
  public void redirect(CanaryPolicy policy) {
    if (!deployment.redirect(version, Objects.requireNonNull(policy, "policy"))) {
      throw over();
    }
  }

  /**
   * Has it serve everything, as after an upgrade.
   *
   * @throws IllegalStateException if it isn't tried any more
   */
  public void promote() {
    if (!deployment.promote(version)) {
      throw over();
    }
  }

  private IllegalStateException over() {
    return new IllegalStateException(
        version + " of " + deployment.name() + " isn't tried any more: it was promoted or aborted");
  }

  /**
   * Makes no more instances of it; it is released with its last one. Does nothing if it isn't tried
   * any more.
   *
   * @return whether it was tried until now
   */
  public boolean abort() {
    return deployment.abort(version);
  }

  /** {@linkplain #abort Aborts} it, unless it was promoted. */
  @Override
  public void close() {
    abort();
  }
}
