package dev.switchblade.app.deploy;

import dev.switchblade.SwitchbladeException;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One attempt to get a new version to serve: it ends once, one way or the other. */
final class Rollout {

  private final String deployment;
  private final Version current;
  private final Version next;
  private final CompletableFuture<Version> result = new CompletableFuture<>();

  /** Where it runs; null before and after. */
  private @Nullable Thread thread;

  private boolean over;

  /**
   * Begins.
   *
   * @param deployment the deployment's name
   * @param current the version that serves meanwhile
   * @param next the new one
   */
  Rollout(String deployment, Version current, Version next) {
    this.deployment = deployment;
    this.current = current;
    this.next = next;
  }

  Version current() {
    return current;
  }

  Version next() {
    return next;
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

  /** The version serves. */
  void succeeded() {
    result.complete(next);
  }

  /** The version doesn't serve. */
  void failed(UpgradeException why) {
    result.completeExceptionally(why);
  }

  /**
   * Waits for its end; an interrupt gives it up.
   *
   * @return the new version, which serves
   * @throws UpgradeException if it doesn't
   */
  Version await(Versions<?> versions) {
    try {
      result.get();
    } catch (ExecutionException e) {
      // Told below.
    } catch (InterruptedException e) {
      versions.giveUp(this, "the thread that waited for it was interrupted");
      Thread.currentThread().interrupt();
    }
    try {
      // Known by now, or as soon as what was done in time has been told.
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UpgradeException why ? why : e;
    }
  }

  /** Says why the new version doesn't serve. */
  UpgradeException refusal(Reason reason, String what, @Nullable Throwable cause) {
    return new UpgradeException(
        deployment
            + ": "
            + next
            + " is refused: "
            + what
            + (reason == Reason.CLOSED ? "" : "; " + current + " goes on serving")
            + (cause == null ? "" : ".\n" + describe(cause)),
        reason,
        cause);
  }

  private static String describe(Throwable cause) {
    // Ours say what they are about; of others the class says more than the message.
    return cause instanceof SwitchbladeException && cause.getMessage() != null
        ? cause.getMessage()
        : cause.toString();
  }
}
