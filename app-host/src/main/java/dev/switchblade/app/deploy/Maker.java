package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
import dev.switchblade.LinkException;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes versions: compiles, compares, links and tries them. */
final class Maker<I extends AutoCloseable> {

  private final Engine engine;

  /** Compiles sooner, to slower code; null if no version begins with that. */
  private final @Nullable Engine baseline;

  private final Settings<I> settings;
  private final Versions<I> versions;
  private final Events events;

  Maker(
      Engine engine,
      @Nullable Engine baseline,
      Settings<I> settings,
      Versions<I> versions,
      Events events) {
    this.engine = engine;
    this.baseline = baseline;
    this.settings = settings;
    this.versions = versions;
    this.events = events;
  }

  /**
   * Makes the version of an upgrade.
   *
   * @param check tries it; null if nobody does
   * @return a version that isn't served yet
   * @throws UpgradeException if it can't be; nothing is left of it
   */
  Made<I> make(Rollout begun, Origin<I> origin, @Nullable HealthCheck<? super I> check) {
    Linked<I> linked = linked(begun, origin);
    LiveVersion<I> live = versions.add(begun.next(), linked.ready(), origin.parts());
    events.tell(new DeploymentEvent.Linked(settings.name(), begun.next()));
    boolean healthy = false;
    try {
      if (check != null) {
        tryOut(begun, live, check);
      }
      healthy = true;
      return new Made<>(live, linked.optimized());
    } finally {
      if (!healthy) {
        live.retire();
      }
    }
  }

  /**
   * A version that is linked.
   *
   * @param optimized compiles it again, by the deployment's engine; null if that has compiled it
   */
  private record Linked<I>(Ready<I> ready, @Nullable Supplier<Ready<I>> optimized) {}

  private Linked<I> linked(Rollout begun, Origin<I> origin) {
    String name = settings.name();
    Ready<I> current = versions.route().current().ready();
    try (var progress =
        new Progress(
            settings.progress(),
            elapsed -> events.tell(new DeploymentEvent.Compiling(name, begun.next(), elapsed)))) {
      Runnable compiled =
          () -> {
            progress.stop();
            events.tell(new DeploymentEvent.Compiled(name, begun.next(), progress.elapsed()));
          };
      return baseline != null
          ? baselineFirst(baseline, begun, origin, current, compiled)
          : new Linked<>(link(engine, origin, current, compiled), null);
    } catch (NotCompiled e) {
      throw begun.refusal(Reason.NOT_COMPILED, "there is no component", e.why());
    } catch (RuntimeException e) {
      throw begun.refusal(Reason.NOT_LINKED, "it doesn't fit", e);
    }
  }

  /** Has the baseline compiler compile a version, or the deployment's engine what that can't. */
  private Linked<I> baselineFirst(
      Engine by, Rollout begun, Origin<I> origin, Ready<I> current, Runnable compiled) {
    RuntimeException why;
    try (Compiled<I> version = origin.compile(by, current)) {
      compiled.run();
      Ready<I> ready = version.link(current);
      return new Linked<>(
          ready, version.isOf(by) ? () -> optimized(version, ready, current) : null);
    } catch (LinkException e) {
      // The types are the same, whatever compiles it.
      throw e;
    } catch (RuntimeException e) {
      why = e;
    }
    var linked = new Linked<>(link(engine, origin, current, compiled), null);
    events.tell(new DeploymentEvent.BaselineRefused(settings.name(), begun.next(), why));
    return linked;
  }

  /**
   * Compiles a version again, and links it as it was.
   *
   * @param baseline what was linked
   * @param before the version before it, of which parts can be used again
   */
  private Ready<I> optimized(Compiled<I> version, Ready<I> baseline, Ready<I> before) {
    try (Compiled<I> optimized = version.compiledBy(engine, before)) {
      return optimized.link(baseline);
    }
  }

  private void tryOut(Rollout begun, LiveVersion<I> made, HealthCheck<? super I> check) {
    if (begun.isOver()) {
      throw begun.refusal(Reason.CANCELLED, "it was given up", null);
    }
    long start = System.nanoTime();
    // Nobody else can have released it.
    made.enter();
    try {
      I instance = made.instantiate(settings.checkConfig());
      try {
        check.check(instance);
      } finally {
        Closing.close(instance);
      }
    } catch (Throwable e) {
      throw begun.refusal(Reason.UNHEALTHY, "its health check failed", e);
    } finally {
      // Left behind by the check, or by whoever gave the upgrade up a moment too late.
      Thread.interrupted();
    }
    events.tell(
        new DeploymentEvent.Healthy(
            settings.name(), begun.next(), Duration.ofNanos(System.nanoTime() - start)));
  }

  /** There is no component: what the source threw. */
  private static final class NotCompiled extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotCompiled(Throwable why) {
      super(why);
    }

    Throwable why() {
      return Objects.requireNonNull(getCause());
    }
  }

  /**
   * Compiles and links.
   *
   * @param current the version that serves; null for the first, of which exceptions are told as
   *     they are
   * @param compiled what to do in between
   */
  static <I> Ready<I> link(
      Engine engine, Origin<I> origin, @Nullable Ready<I> current, Runnable compiled) {
    Compiled<I> version;
    try {
      version = origin.compile(engine, current);
    } catch (RuntimeException e) {
      throw current == null ? e : new NotCompiled(e);
    }
    try (version) {
      compiled.run();
      return version.link(current);
    }
  }
}
