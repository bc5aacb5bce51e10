package dev.switchblade.app.deploy;

import java.util.List;
import java.util.Optional;

/**
 * What a deployment has at a moment. Immutable.
 *
 * @param name the deployment's name
 * @param current the version that serves; none if the deployment is closed
 * @param canary a version that is tried on a part of the traffic
 * @param upgrading a version that is on its way
 * @param earlier versions that can be rolled back to, the latest first
 * @param uses all versions that aren't released, in the order of their numbers: those above, and
 *     those that are out of service and still have instances
 */
public record DeploymentStatus(
    String name,
    Optional<Version> current,
    Optional<Version> canary,
    Optional<Version> upgrading,
    List<Version> earlier,
    List<Use> uses) {

  /** Copies the lists. */
  public DeploymentStatus {
    earlier = List.copyOf(earlier);
    uses = List.copyOf(uses);
  }

  /**
   * How much a version is used.
   *
   * @param version the version
   * @param openInstances how many instances aren't closed
   * @param instances how many were made
   * @param isBaseline whether new instances are made of code of the baseline compiler; see {@link
   *     DeploymentBuilder#baselineFirst}
   */
  public record Use(Version version, int openInstances, long instances, boolean isBaseline) {

    /** This and another use of the same version. */
    Use plus(Use other) {
      return new Use(
          version,
          openInstances + other.openInstances,
          instances + other.instances,
          isBaseline && other.isBaseline);
    }
  }
}
