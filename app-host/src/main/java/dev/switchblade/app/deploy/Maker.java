package dev.switchblade.app.deploy;

import dev.switchblade.CompilationException;
import dev.switchblade.Engine;
import dev.switchblade.LinkException;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes versions: compiles, compares, links and tries them. */
final class Maker<I extends AutoCloseable> {

  private final Engine engine;

  /** Compiles sooner, to slower code; null if no version begins with that. */
  private final @Nullable Engine baseline;

  /** Versions are linked in a way that is for the deployment's engine alone. */
  private volatile boolean forOneEngine;

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
    LiveVersion<I> live =
        versions.add(begun.next(), linked.ready(), linked.baseline() != null, origin.parts());
    events.tell(new DeploymentEvent.Linked(settings.name(), begun.next()));
    boolean healthy = false;
    try {
      if (check != null) {
        tryOut(begun, live, check);
      }
      healthy = true;
      return new Made<>(live, linked.baseline());
    } finally {
      if (!healthy) {
        live.retire();
      }
    }
  }

  /**
   * A version that is linked.
   *
   * @param baseline what the baseline compiler has made of it; null if its code is optimized
   */
  private record Linked<I>(Ready<I> ready, Made.@Nullable Baseline<I> baseline) {}

  private Linked<I> linked(Rollout begun, Origin<I> origin) {
    List<Ready<I>> living = versions.living();
    Ready<I> current = versions.route().current().ready();
    try {
      Linked<I> sooner = null;
      if (baseline != null && !forOneEngine && origin.isSoonerBy(baseline, engine, living)) {
        sooner = baselineFirst(baseline, begun, origin, current, living);
      }
      return sooner != null ? sooner : byEngine(begun, origin, current, living);
    } catch (NotCompiled e) {
      throw begun.refusal(Reason.NOT_COMPILED, "there is no component", e.why());
    } catch (UpgradeException e) {
      throw e;
    } catch (RuntimeException e) {
      throw begun.refusal(Reason.NOT_LINKED, "it doesn't fit", e);
    }
  }

  /** Has the deployment's engine compile a version. */
  private Linked<I> byEngine(
      Rollout begun, Origin<I> origin, Ready<I> current, List<Ready<I>> living) {
    if (begun.isOver()) {
      throw begun.refusal(Reason.CANCELLED, "it was given up", null);
    }
    try (Progress progress = progress(begun);
        Compiled<I> version = compiled(engine, origin, living)) {
      tellCompiled(begun, progress, false);
      requireSuited(origin, version);
      return new Linked<>(version.link(current), null);
    }
  }

  /** Has the baseline compiler compile a version; null if that can't be. */
  private @Nullable Linked<I> baselineFirst(
      Engine by, Rollout begun, Origin<I> origin, Ready<I> current, List<Ready<I>> living) {
    try (Progress progress = progress(begun);
        Compiled<I> version = compiled(by, origin, living)) {
      if (!version.isOf(by)) {
        // Compiled already, or elsewhere.
        tellCompiled(begun, progress, false);
        requireSuited(origin, version);
        return new Linked<>(version.link(current), null);
      }
      progress.stop();
      Ready<I> ready;
      try {
        ready = version.link(current);
      } catch (IllegalArgumentException e) {
        // As it will be of the next version.
        forOneEngine = true;
        tellRefused(begun, e);
        return null;
      } catch (LinkException e) {
        tellCompiled(begun, progress, true);
        throw e;
      }
      tellCompiled(begun, progress, true);
      return new Linked<>(ready, new Made.Baseline<>(version, ready));
    } catch (NotCompiled e) {
      if (e.why() instanceof CompilationException why && isForAnother(why.reason())) {
        tellRefused(begun, why);
        return null;
      }
      throw e;
    }
  }

  /** Says whether another engine may take what one has refused for this reason. */
  private static boolean isForAnother(CompilationException.Reason reason) {
    return reason == CompilationException.Reason.UNSUPPORTED
        || reason == CompilationException.Reason.UNFIT_ARTIFACT;
  }

  private Progress progress(Rollout begun) {
    return new Progress(
        settings.progress(),
        elapsed ->
            events.tell(new DeploymentEvent.Compiling(settings.name(), begun.next(), elapsed)));
  }

  private void tellCompiled(Rollout begun, Progress progress, boolean byBaseline) {
    progress.stop();
    events.tell(
        new DeploymentEvent.Compiled(
            settings.name(), begun.next(), progress.elapsed(), byBaseline));
  }

  private void tellRefused(Rollout begun, RuntimeException why) {
    events.tell(new DeploymentEvent.BaselineRefused(settings.name(), begun.next(), why));
  }

  private static <I> Compiled<I> compiled(Engine by, Origin<I> origin, List<Ready<I>> living) {
    try {
      return origin.compile(by, living);
    } catch (RuntimeException e) {
      throw new NotCompiled(e);
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
      throw begun.refusal(
          Reason.UNHEALTHY,
          made.isBaseline()
              ? "its health check failed, with code of the baseline compiler"
              : "its health check failed",
          e);
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

  /** Compiles and links the first version, of which exceptions are told as they are. */
  static <I> Ready<I> first(Engine engine, Origin<I> origin) {
    try (Compiled<I> version = origin.compile(engine, List.of())) {
      return version.link(null);
    }
  }

  /**
   * Refuses what another engine has compiled, unless a function of users' links it: what is linked
   * here as the version before was could have other limits.
   */
  private void requireSuited(Origin<I> origin, Compiled<I> version) {
    if (!settings.anyEngine() && !version.isOf(engine)) {
      throw new IllegalArgumentException(
          origin.name()
              + " was compiled by another engine than the deployment's, which takes its own"
              + " components alone: a source compiles with the engine that it is given");
    }
  }
}
