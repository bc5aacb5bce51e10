package dev.switchblade.app.deploy;

import java.util.Objects;

/**
 * One version of what a deployment runs. Immutable.
 *
 * @param number counted by the deployment from 1; also of versions that were refused, so that no
 *     two have the same
 * @param name what it was made of, such as the name of a file; two may have the same
 */
public record Version(int number, String name) {

  /** Checks that there is a name. */
  public Version {
    Objects.requireNonNull(name, "name");
  }

  /** As in {@code version 2 (shop-2.wasm)}. */
  @Override
  public String toString() {
    return "version " + number + " (" + name + ")";
  }
}
