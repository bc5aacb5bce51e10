package dev.switchblade.app.deploy;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One attempt to get a new version to serve: it ends once, one way or the other. */
final class Rollout {

  private final Version current;
  private final Version next;
  private final CompletableFuture<Version> result = new CompletableFuture<>();

  /** Where it runs; null before and after. */
  private @Nullable Thread thread;

  private boolean over;

  Rollout(Version current, Version next) {
    this.current = current;
    this.next = next;
  }

  /** The version that serves meanwhile. */
  Version current() {
    return current;
  }

  /** The new version. */
  Version next() {
    return next;
  }

  /** The new version once it serves, or an {@link UpgradeException}. */
  CompletableFuture<Version> result() {
    return result;
  }

  /** It runs on this thread. */
  synchronized void run() {
    thread = over ? null : Thread.currentThread();
  }

  synchronized boolean isOver() {
    return over;
  }

  /** Ends it, if it hasn't ended: whoever gets true says how. The thread is left alone. */
  synchronized boolean end() {
    if (over) {
      return false;
    }
    over = true;
    thread = null;
    return true;
  }

  /** Ends it, if it hasn't ended, from outside: stops what its thread is doing. */
  synchronized boolean giveUp() {
    Thread running = thread;
    if (!end()) {
      return false;
    }
    if (running != null) {
      running.interrupt();
    }
    return true;
  }
}
