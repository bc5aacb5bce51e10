package dev.switchblade.app.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Something that has happened in a deployment, for {@link Deployment#onEvent}. {@code toString} is
 * for machines, {@link #message} for logs.
 */
public sealed interface DeploymentEvent {

  /** The deployment's name. */
  String deployment();

  /**
   * It serves its first version.
   *
   * @param deployment the deployment's name
   * @param version the first
   */
  record Started(String deployment, Version version) implements DeploymentEvent {}

  /**
   * A new version is on its way.
   *
   * @param deployment the deployment's name
   * @param current the one that serves
   * @param next the new one
   */
  record UpgradeStarted(String deployment, Version current, Version next)
      implements DeploymentEvent {}

  /**
   * The new version is still being compiled. Told again and again while that takes long; the
   * compiler doesn't say how much is left.
   *
   * @param deployment the deployment's name
   * @param next the new version
   * @param elapsed since it was begun
   */
  record Compiling(String deployment, Version next, Duration elapsed) implements DeploymentEvent {}

  /**
   * The new version is compiled.
   *
   * @param deployment the deployment's name
   * @param next the new version
   * @param took how long that has taken
   * @param isBaseline whether that is code of the baseline compiler; see {@link
   *     DeploymentBuilder#baselineFirst}
   */
  record Compiled(String deployment, Version next, Duration took, boolean isBaseline)
      implements DeploymentEvent {}

  /**
   * The new version has been compared with what callers use and the host provides, and it fits.
   *
   * @param deployment the deployment's name
   * @param next the new version
   */
  record Linked(String deployment, Version next) implements DeploymentEvent {}

  /**
   * The new version has passed its health check.
   *
   * @param deployment the deployment's name
   * @param next the new version
   * @param took how long that has taken
   */
  record Healthy(String deployment, Version next, Duration took) implements DeploymentEvent {}

  /**
   * The new version doesn't serve, and nothing is left of it.
   *
   * @param deployment the deployment's name
   * @param next the new version
   * @param why what the one who asked for it got
   */
  record Refused(String deployment, Version next, UpgradeException why)
      implements DeploymentEvent {}

  /**
   * Instances are made of the new version from now on.
   *
   * @param deployment the deployment's name
   * @param from the version that served
   * @param to the one that serves
   */
  record Switched(String deployment, Version from, Version to) implements DeploymentEvent {}

  /**
   * A version that serves with code of the baseline compiler is being compiled again. {@link
   * Optimized} or {@link OptimizingFailed} follows, unless the version goes out of service before.
   *
   * @param deployment the deployment's name
   * @param version the version
   */
  record Optimizing(String deployment, Version version) implements DeploymentEvent {}

  /**
   * A version serves with code of the baseline compiler no longer: its instances are made of
   * optimized code from now on. Not told of a version that goes out of service before. See {@link
   * DeploymentBuilder#baselineFirst}.
   *
   * @param deployment the deployment's name
   * @param version the version
   * @param took how long it has taken to compile it again
   */
  record Optimized(String deployment, Version version, Duration took) implements DeploymentEvent {}

  /**
   * A version goes on serving with code of the baseline compiler, because it couldn't be compiled
   * again.
   *
   * @param deployment the deployment's name
   * @param version the version
   * @param why what was thrown
   */
  record OptimizingFailed(String deployment, Version version, Throwable why)
      implements DeploymentEvent {}

  /**
   * The new version can't be had with code of the baseline compiler first, and is being compiled by
   * the deployment's engine. It needs what that compiler lacks, or is an artifact of the other one;
   * or versions are linked in a way that is for the deployment's engine alone, and then it isn't
   * tried again.
   *
   * @param deployment the deployment's name
   * @param next the new version
   * @param why what was thrown
   */
  record BaselineRefused(String deployment, Version next, Throwable why)
      implements DeploymentEvent {}

  /**
   * Instances are made of an earlier version again.
   *
   * @param deployment the deployment's name
   * @param from the version that served
   * @param to the earlier one
   */
  record RolledBack(String deployment, Version from, Version to) implements DeploymentEvent {}

  /**
   * Some instances are made of a new version.
   *
   * @param deployment the deployment's name
   * @param current the version that all others are made of
   * @param canary the new one
   */
  record CanaryStarted(String deployment, Version current, Version canary)
      implements DeploymentEvent {}

  /**
   * No instances are made any more of a version that was tried.
   *
   * @param deployment the deployment's name
   * @param current the version that all instances are made of
   * @param canary the one that was tried
   */
  record CanaryAborted(String deployment, Version current, Version canary)
      implements DeploymentEvent {}

  /**
   * A session's state is in an instance of another version, or of the same one's optimized code.
   *
   * @param deployment the deployment's name
   * @param from the version that it was in
   * @param to the version that it is in
   */
  record HandedOver(String deployment, Version from, Version to) implements DeploymentEvent {}

  /**
   * A session stays in its version, because its state couldn't be handed over.
   *
   * @param deployment the deployment's name
   * @param from the version that it is in
   * @param to the version that should have taken it over
   * @param why what was thrown
   */
  record HandOverFailed(String deployment, Version from, Version to, Throwable why)
      implements DeploymentEvent {}

  /**
   * A version is out of service, its last instance is closed, and all that it had is free.
   *
   * @param deployment the deployment's name
   * @param version the version
   * @param instances how many were made of it, those of health checks too
   */
  record Released(String deployment, Version version, long instances) implements DeploymentEvent {}

  /**
   * Files that are watched have changed, and are upgraded to.
   *
   * @param deployment the deployment's name
   * @param files the files
   */
  record FilesChanged(String deployment, List<Path> files) implements DeploymentEvent {
    /** Copies the list. */
    public FilesChanged {
      files = List.copyOf(files);
    }
  }

  /**
   * Files that are watched couldn't be looked at; they are looked at again.
   *
   * @param deployment the deployment's name
   * @param watched the file or folder
   * @param why what was thrown
   */
  record WatchFailed(String deployment, Path watched, Throwable why) implements DeploymentEvent {}

  /**
   * No more instances are made.
   *
   * @param deployment the deployment's name
   */
  record Closed(String deployment) implements DeploymentEvent {}

  /** The event in words, as a line for a log. */
  default String message() {
    return EventWords.of(this);
  }
}
