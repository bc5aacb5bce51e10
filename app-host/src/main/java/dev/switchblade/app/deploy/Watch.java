package dev.switchblade.app.deploy;

import dev.switchblade.ClosedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that a deployment is upgraded to whenever they change; {@link Deployment#watch(Path)}
 * begins it. Thread-safe.
 *
 * <p>Files are looked at several times within the time for which they must have stood still, by a
 * thread that does nothing else: that works in every file system, also where changes aren't told.
 */
public final class Watch implements AutoCloseable {

  /** Between two looks, in milliseconds. */
  private static final long SHORTEST_PAUSE = 5;

  private static final long LONGEST_PAUSE = 1_000;

  /** Upgrades to what has changed. */
  @FunctionalInterface
  interface Taker {
    void take(Map<Path, byte[]> changed);
  }

  private final Deployment<?> deployment;
  private final Path watched;
  private final WatchedFiles files;
  private final Taker taker;
  private final long pauseMillis;
  private final Thread thread;
  private volatile boolean closed;

  /** Why it couldn't be looked at last time; null if it could. */
  private @Nullable String failure;

  Watch(Deployment<?> deployment, Path watched, WatchedFiles files, Taker taker, Duration quiet) {
    this.deployment = deployment;
    this.watched = watched;
    this.files = files;
    this.taker = taker;
    this.pauseMillis = Math.clamp(quiet.toMillis() / 4, SHORTEST_PAUSE, LONGEST_PAUSE);
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("switchblade-watch-" + deployment.name())
            .unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The file or folder. */
  public Path watched() {
    return watched;
  }

  private void run() {
    while (!closed) {
      try {
        Thread.sleep(pauseMillis);
        if (!deployment.isBusy()) {
          look();
        }
      } catch (InterruptedException | ClosedException e) {
        // Closed, or the deployment is.
        return;
      } catch (IOException | RuntimeException e) {
        tell(e);
      }
    }
  }

  private void look() throws IOException {
    Map<Path, byte[]> changed = files.look(System.nanoTime());
    failure = null;
    if (changed.isEmpty() || closed) {
      return;
    }
    deployment
        .events()
        .tell(new DeploymentEvent.FilesChanged(deployment.name(), List.copyOf(changed.keySet())));
    try {
      taker.take(changed);
    } catch (UpgradeException e) {
      // What was refused has been told. What another upgrade came in the way of is tried again.
      if (e.reason() == UpgradeException.Reason.IN_PROGRESS) {
        files.takeAgain(changed.keySet());
      }
    }
  }

  /** Tells why it can't be looked at, once while it stays the same. */
  private void tell(Exception why) {
    String what = why.toString();
    if (!what.equals(failure)) {
      failure = what;
      deployment.events().tell(new DeploymentEvent.WatchFailed(deployment.name(), watched, why));
    }
  }

  /** Looks no more. An upgrade that has begun goes on. Does nothing if it is closed. */
  @Override
  public void close() {
    closed = true;
    deployment.forget(this);
  }
}
