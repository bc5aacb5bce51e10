package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles versions again that serve with code of the baseline compiler: one after the other, on
 * the thread of one of their upgrades. Thread-safe.
 */
final class Optimizer<I> {

  private final String name;
  private final Engine engine;
  private final Versions<I> versions;
  private final Events events;
  private final Runnable moveSessions;

  /** Guarded by this. */
  private final List<Made<I>> waiting = new ArrayList<>();

  /** A thread is at it; guarded by this. */
  private boolean running;

  /**
   * Begins with nothing.
   *
   * @param name the deployment's
   * @param engine compiles
   * @param moveSessions has sessions go to the code that serves; returns at once
   */
  Optimizer(
      String name, Engine engine, Versions<I> versions, Events events, Runnable moveSessions) {
    this.name = name;
    this.engine = engine;
    this.versions = versions;
    this.events = events;
    this.moveSessions = moveSessions;
  }

  /** Optimizes a version that serves, and all that wait, unless another thread is at it. */
  void optimize(Made<I> made) {
    if (made.baseline() == null) {
      return;
    }
    synchronized (this) {
      waiting.add(made);
      if (running) {
        return;
      }
      running = true;
    }
    boolean done = false;
    try {
      for (Made<I> next = next(); next != null; next = next()) {
        optimizeOne(next);
      }
      done = true;
    } finally {
      if (!done) {
        stop();
      }
    }
  }

  private synchronized void stop() {
    running = false;
  }

  /** What serves comes first, then what is kept; null if nothing waits, and the thread is done. */
  private synchronized @Nullable Made<I> next() {
    waiting.removeIf(made -> !versions.isKept(made.live()));
    for (Made<I> made : waiting) {
      if (versions.isServed(made.live())) {
        waiting.remove(made);
        return made;
      }
    }
    if (waiting.isEmpty()) {
      stop();
      return null;
    }
    return waiting.removeLast();
  }

  private void optimizeOne(Made<I> made) {
    LiveVersion<I> live = made.live();
    long start = System.nanoTime();
    events.tell(new DeploymentEvent.Optimizing(name, live.version()));
    try {
      Ready<I> ready = compiled(made);
      if (ready != null && versions.replaceCode(live, ready)) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        events.tell(new DeploymentEvent.Optimized(name, live.version(), took));
        moveSessions.run();
      }
    } catch (Throwable e) {
      // What is out of service needs nothing any more, and its engine may be closed.
      if (versions.isKept(live)) {
        events.tell(new DeploymentEvent.OptimizingFailed(name, live.version(), e));
      }
    }
  }

  /** Compiles and links; null if the version went out of service meanwhile. */
  private @Nullable Ready<I> compiled(Made<I> made) {
    Made.Baseline<I> baseline = made.baseline();
    if (baseline == null) {
      return null;
    }
    try (Compiled<I> optimized = baseline.compiled().recompile(engine, versions.living())) {
      // Users' code runs where it is linked.
      return versions.isKept(made.live()) ? optimized.link(baseline.ready()) : null;
    }
  }
}
