package dev.switchblade.app.deploy;

import dev.switchblade.ClosedException;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a deployment: which one serves, which is tried, which are kept, which is on its
 * way, and which aren't released yet. All changes go through one lock, under which no code of users
 * runs; who makes an instance takes none.
 */
final class Versions<I> {

  private final String name;
  private final int kept;
  private final Events events;

  /** Guards what follows, and each change of {@link #route}. */
  private final Object lock = new Object();

  /** Null before the first version and once the deployment is closed. */
  private volatile @Nullable Route<I> route;

  /** What can be rolled back to, the latest first. */
  private final Deque<LiveVersion<I>> earlier = new ArrayDeque<>();

  private final Set<LiveVersion<I>> unreleased = new HashSet<>();

  /** The upgrade that is under way; null if none is. */
  private @Nullable Rollout rollout;

  /** How many there have been. */
  private int count;

  Versions(String name, int kept, Events events) {
    this.name = name;
    this.kept = kept;
    this.events = events;
  }

  /** Serves the first version. */
  void start(String source, Ready<I> ready, Map<String, byte[]> parts) {
    Version first;
    synchronized (lock) {
      first = new Version(++count, source);
    }
    LiveVersion<I> live = add(first, ready, false, parts);
    synchronized (lock) {
      route = new Route<>(live, null);
    }
    events.tell(new DeploymentEvent.Started(name, first));
  }

  /** Counts a version that is linked, until it is released. */
  LiveVersion<I> add(Version version, Ready<I> ready, boolean baseline, Map<String, byte[]> parts) {
    var live = new LiveVersion<>(version, ready, baseline, parts, this::released);
    synchronized (lock) {
      unreleased.add(live);
    }
    return live;
  }

  private void released(LiveVersion<I> version) {
    LiveVersion<I> other;
    synchronized (lock) {
      unreleased.remove(version);
      other = unreleased.stream().filter(version::isOfSameVersion).findAny().orElse(null);
      if (other != null) {
        other.countInstances(version.instances());
      }
      lock.notifyAll();
    }
    if (other != null) {
      // Its code alone is released, and was replaced.
      return;
    }
    events.tell(new DeploymentEvent.Released(name, version.version(), version.instances()));
  }

  // ---- where instances come from

  /**
   * Which version the next instance is made of.
   *
   * @throws ClosedException if the deployment is closed
   */
  Route<I> route() {
    Route<I> now = route;
    if (now == null) {
      throw closed();
    }
    return now;
  }

  ClosedException closed() {
    return new ClosedException("the deployment " + name + " is closed");
  }

  /** The version that serves; null if the deployment is closed. */
  @Nullable LiveVersion<I> current() {
    Route<I> now = route;
    return now == null ? null : now.current();
  }

  // ---- upgrades

  /**
   * Takes the place of the one upgrade that there can be.
   *
   * @throws UpgradeException if it is taken
   */
  Rollout begin(String source) {
    Rollout begun;
    String busy;
    synchronized (lock) {
      Route<I> now = route();
      begun = new Rollout(name, now.current().version(), new Version(++count, source));
      busy = busy(now);
      if (busy == null) {
        rollout = begun;
      }
    }
    if (busy != null) {
      UpgradeException why = begun.refusal(Reason.IN_PROGRESS, busy, null);
      events.tell(new DeploymentEvent.Refused(name, begun.next(), why));
      throw why;
    }
    events.tell(new DeploymentEvent.UpgradeStarted(name, begun.current(), begun.next()));
    return begun;
  }

  /** Says whether an upgrade would be refused because of another one. */
  boolean isBusy() {
    synchronized (lock) {
      return busy(route) != null;
    }
  }

  /** What is in the way of an upgrade; null if nothing is. Under the lock. */
  private @Nullable String busy(@Nullable Route<I> now) {
    Rollout running = rollout;
    if (running != null) {
      return "an upgrade to "
          + running.next()
          + " is under way: wait for it, or give it up (cancelUpgrade)";
    }
    Route.Trial<I> trial = now == null ? null : now.trial();
    return trial == null
        ? null
        : trial.version().version()
            + " is being tried on a part of the traffic: promote or abort it";
  }

  /** Has an upgrade's version serve; false if it was given up: then the version is thrown away. */
  boolean serve(Rollout begun, LiveVersion<I> next) {
    List<LiveVersion<I>> out;
    synchronized (lock) {
      out = begun.end() ? replaceCurrent(next) : null;
    }
    if (out == null) {
      next.retire();
      return false;
    }
    events.tell(new DeploymentEvent.Switched(name, begun.current(), begun.next()));
    out.forEach(LiveVersion::retire);
    begun.succeeded();
    return true;
  }

  /** Has another version serve; returns those that needn't be kept any more. Under the lock. */
  private List<LiveVersion<I>> replaceCurrent(LiveVersion<I> next) {
    rollout = null;
    earlier.addFirst(route().current());
    route = new Route<>(next, null);
    List<LiveVersion<I>> out = new ArrayList<>();
    while (earlier.size() > kept) {
      out.add(earlier.removeLast());
    }
    return out;
  }

  /** Says whether instances are made of a version's code. */
  boolean isServed(LiveVersion<I> version) {
    Route<I> now = route;
    return now != null && now.has(version);
  }

  /** Says whether instances are made of a version's code, or may be after a rollback. */
  boolean isKept(LiveVersion<I> version) {
    synchronized (lock) {
      return isServed(version) || earlier.contains(version);
    }
  }

  /** What was made and isn't released, or is about to be. */
  List<Ready<I>> living() {
    synchronized (lock) {
      return unreleased.stream().map(LiveVersion::ready).toList();
    }
  }

  /**
   * Has a version go on with other code of the same, for instances that are made from now on.
   *
   * @param old the version with the code that it has
   * @param ready the other code, which this takes over
   * @return false if no instances are made of the version any more: then the code is thrown away
   */
  boolean replaceCode(LiveVersion<I> old, Ready<I> ready) {
    boolean replaced;
    synchronized (lock) {
      replaced = isKept(old);
      if (replaced) {
        var live = new LiveVersion<>(old.version(), ready, false, old.parts(), this::released);
        unreleased.add(live);
        route = route().with(old, live);
        List<LiveVersion<I>> all = new ArrayList<>(earlier);
        Collections.replaceAll(all, old, live);
        earlier.clear();
        earlier.addAll(all);
      }
    }
    if (replaced) {
      old.retire();
    } else {
      ready.close();
    }
    return replaced;
  }

  /**
   * Has an upgrade's version serve a part; false if it was given up: then the version is thrown
   * away.
   */
  boolean tryOn(Rollout begun, LiveVersion<I> next, CanaryPolicy policy) {
    boolean ended;
    synchronized (lock) {
      ended = begun.end();
      if (ended) {
        rollout = null;
        route = new Route<>(route().current(), new Route.Trial<>(next, policy));
      }
    }
    if (!ended) {
      next.retire();
      return false;
    }
    events.tell(new DeploymentEvent.CanaryStarted(name, begun.current(), begun.next()));
    begun.succeeded();
    return true;
  }

  /** Ends an upgrade that failed, unless it was given up, of which has been told already. */
  void fail(Rollout begun, Throwable e) {
    synchronized (lock) {
      if (!begun.end()) {
        return;
      }
      rollout = null;
    }
    tell(
        begun,
        e instanceof UpgradeException known
            ? known
            : begun.refusal(Reason.NOT_COMPILED, "it could not be made", e));
  }

  /** Ends an upgrade that is under way; false if it has ended. */
  boolean giveUp(Rollout begun, String what) {
    synchronized (lock) {
      if (!begun.giveUp()) {
        return false;
      }
      rollout = null;
    }
    tell(begun, begun.refusal(Reason.CANCELLED, what, null));
    return true;
  }

  private void tell(Rollout begun, UpgradeException why) {
    events.tell(new DeploymentEvent.Refused(name, begun.next(), why));
    begun.failed(why);
  }

  /** Ends the upgrade that is under way; false if there is none. */
  boolean cancel() {
    Rollout running;
    synchronized (lock) {
      running = rollout;
    }
    return running != null && giveUp(running, "it was given up");
  }

  // ---- the way back

  /** Takes back the last change that traffic has seen. */
  Version rollBack() {
    boolean givenUp = cancel();
    Route<I> before;
    Route<I> after;
    LiveVersion<I> out;
    synchronized (lock) {
      before = route();
      Route.Trial<I> trial = before.trial();
      LiveVersion<I> to = trial != null ? before.current() : earlier.pollFirst();
      if (to == null) {
        if (givenUp) {
          return before.current().version();
        }
        throw new IllegalStateException(
            name
                + " has no earlier version to roll back to; it keeps "
                + kept
                + " (DeploymentBuilder.keep)");
      }
      out = trial != null ? trial.version() : before.current();
      after = new Route<>(to, null);
      route = after;
    }
    Version serves = after.current().version();
    events.tell(
        before.trial() != null
            ? new DeploymentEvent.CanaryAborted(name, serves, out.version())
            : new DeploymentEvent.RolledBack(name, out.version(), serves));
    out.retire();
    return serves;
  }

  // ---- canaries

  /** The trial of a version; null if it has ended. Under the lock. */
  private Route.@Nullable Trial<I> trial(Version tried) {
    Route<I> now = route;
    Route.Trial<I> trial = now == null ? null : now.trial();
    return trial != null && trial.version().version().equals(tried) ? trial : null;
  }

  /** Has a version that is tried serve everything; false if it isn't tried any more. */
  boolean promote(Version tried) {
    List<LiveVersion<I>> out;
    Version from;
    synchronized (lock) {
      Route.Trial<I> trial = trial(tried);
      if (trial == null) {
        return false;
      }
      from = route().current().version();
      out = replaceCurrent(trial.version());
    }
    events.tell(new DeploymentEvent.Switched(name, from, tried));
    out.forEach(LiveVersion::retire);
    return true;
  }

  /** Ends a trial; false if it has ended. */
  boolean abort(Version tried) {
    Route.Trial<I> trial;
    LiveVersion<I> current;
    synchronized (lock) {
      trial = trial(tried);
      if (trial == null) {
        return false;
      }
      current = route().current();
      route = new Route<>(current, null);
    }
    events.tell(new DeploymentEvent.CanaryAborted(name, current.version(), tried));
    trial.version().retire();
    return true;
  }

  /** Changes which instances a trial gets; false if it has ended. */
  boolean redirect(Version tried, CanaryPolicy policy) {
    synchronized (lock) {
      Route.Trial<I> trial = trial(tried);
      if (trial == null) {
        return false;
      }
      route = new Route<>(route().current(), new Route.Trial<>(trial.version(), policy));
      return true;
    }
  }

  // ---- what there is, and the end of it

  DeploymentStatus status() {
    synchronized (lock) {
      Optional<Route<I>> now = Optional.ofNullable(route);
      return new DeploymentStatus(
          name,
          now.map(it -> it.current().version()),
          now.map(Route::trial).map(it -> it.version().version()),
          Optional.ofNullable(rollout).map(Rollout::next),
          earlier.stream().map(LiveVersion::version).toList(),
          uses());
    }
  }

  /** How much the versions are used, in the order of their numbers. Under the lock. */
  private List<DeploymentStatus.Use> uses() {
    Map<Integer, DeploymentStatus.Use> byNumber = new TreeMap<>();
    for (LiveVersion<I> live : unreleased) {
      var use =
          new DeploymentStatus.Use(
              live.version(), live.openInstances(), live.instances(), live.isBaseline());
      // A version can have code of two compilers for a while.
      byNumber.merge(live.version().number(), use, DeploymentStatus.Use::plus);
    }
    return List.copyOf(byNumber.values());
  }

  /** Serves nothing any more; does nothing if that is so already. */
  void close() {
    List<LiveVersion<I>> out = new ArrayList<>();
    Rollout running;
    synchronized (lock) {
      Route<I> last = route;
      if (last == null) {
        return;
      }
      // Both at once: an upgrade that gets there now has been given up.
      route = null;
      running = rollout != null && rollout.giveUp() ? rollout : null;
      rollout = null;
      out.add(last.current());
      if (last.trial() != null) {
        out.add(last.trial().version());
      }
      out.addAll(earlier);
      earlier.clear();
    }
    if (running != null) {
      tell(running, running.refusal(Reason.CLOSED, "the deployment was closed", null));
    }
    events.tell(new DeploymentEvent.Closed(name));
    out.forEach(LiveVersion::retire);
  }

  /** Waits until all are released; says whether they are. */
  boolean awaitReleased(long nanos) {
    long start = System.nanoTime();
    synchronized (lock) {
      while (!unreleased.isEmpty()) {
        long left = nanos - (System.nanoTime() - start);
        if (left <= 0) {
          return false;
        }
        try {
          // Rounded up: 0 would be for ever.
          lock.wait(left / 1_000_000 + 1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }
}
