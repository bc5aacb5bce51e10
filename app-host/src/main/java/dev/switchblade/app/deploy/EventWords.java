package dev.switchblade.app.deploy;

import dev.switchblade.SwitchbladeException;
import dev.switchblade.app.deploy.DeploymentEvent.BaselineRefused;
import dev.switchblade.app.deploy.DeploymentEvent.CanaryAborted;
import dev.switchblade.app.deploy.DeploymentEvent.CanaryStarted;
import dev.switchblade.app.deploy.DeploymentEvent.Closed;
import dev.switchblade.app.deploy.DeploymentEvent.Compiled;
import dev.switchblade.app.deploy.DeploymentEvent.Compiling;
import dev.switchblade.app.deploy.DeploymentEvent.FilesChanged;
import dev.switchblade.app.deploy.DeploymentEvent.HandOverFailed;
import dev.switchblade.app.deploy.DeploymentEvent.HandedOver;
import dev.switchblade.app.deploy.DeploymentEvent.Healthy;
import dev.switchblade.app.deploy.DeploymentEvent.Linked;
import dev.switchblade.app.deploy.DeploymentEvent.Optimized;
import dev.switchblade.app.deploy.DeploymentEvent.Optimizing;
import dev.switchblade.app.deploy.DeploymentEvent.OptimizingFailed;
import dev.switchblade.app.deploy.DeploymentEvent.Refused;
import dev.switchblade.app.deploy.DeploymentEvent.Released;
import dev.switchblade.app.deploy.DeploymentEvent.RolledBack;
import dev.switchblade.app.deploy.DeploymentEvent.Started;
import dev.switchblade.app.deploy.DeploymentEvent.Switched;
import dev.switchblade.app.deploy.DeploymentEvent.UpgradeStarted;
import dev.switchblade.app.deploy.DeploymentEvent.WatchFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** What events say in logs. */
final class EventWords {

  private EventWords() {}

  static String of(DeploymentEvent event) {
    // The exception names the deployment itself.
    return event instanceof Refused refused
        ? String.valueOf(refused.why().getMessage())
        : event.deployment() + ": " + what(event);
  }

  private static String what(DeploymentEvent event) {
    return switch (event) {
      case Started e -> e.version() + " serves";
      case UpgradeStarted e -> "upgrading from " + e.current() + " to " + e.next();
      case Compiling e -> e.next() + " has been compiling for " + inWords(e.elapsed());
      case Compiled e ->
          e.next()
              + " was compiled in "
              + inWords(e.took())
              + (e.isBaseline() ? " by the baseline compiler" : "");
      case Linked e -> e.next() + " fits its callers and the host";
      case Healthy e -> e.next() + " passed its health check in " + inWords(e.took());
      case Refused e -> e.next() + " was refused";
      case Switched e -> e.to() + " serves, in the place of " + e.from();
      case Optimizing e -> e.version() + " serves, and is being optimized";
      case Optimized e -> e.version() + " has optimized code, compiled in " + inWords(e.took());
      case OptimizingFailed e ->
          e.version() + " stays as the baseline compiler made it: " + reason(e.why());
      case BaselineRefused e ->
          e.next()
              + " can't have code of the baseline compiler first, and is being compiled by the"
              + " optimizing one: "
              + reason(e.why());
      case RolledBack e -> "rolled back: " + e.to() + " serves, in the place of " + e.from();
      case CanaryStarted e -> e.canary() + " serves a part, and " + e.current() + " the rest";
      case CanaryAborted e -> e.canary() + " was tried and given up; " + e.current() + " serves";
      case HandedOver e ->
          e.from().equals(e.to())
              ? "a session of " + e.to() + " went to its optimized code"
              : "a session went from " + e.from() + " to " + e.to();
      case HandOverFailed e ->
          "a session stays in "
              + e.from()
              + ", "
              + (e.from().equals(e.to()) ? "its optimized code" : e.to())
              + " can't take it over: "
              + e.why();
      case Released e -> e.version() + " is released, after " + e.instances() + " instances";
      case FilesChanged e ->
          "changed: " + e.files().stream().map(Path::toString).collect(Collectors.joining(", "));
      case WatchFailed e -> e.watched() + " can't be looked at: " + e.why();
      case Closed _ -> "closed";
    };
  }

  /** Ours say what they are about; of others the class says more than the message. */
  private static String reason(Throwable why) {
    return why instanceof SwitchbladeException && why.getMessage() != null
        ? why.getMessage()
        : why.toString();
  }

  private static String inWords(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
