package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes versions: compiles, compares, links and tries them. */
final class Maker<I extends AutoCloseable> {

  private final Engine engine;
  private final Settings<I> settings;
  private final Versions<I> versions;
  private final Events events;

  Maker(Engine engine, Settings<I> settings, Versions<I> versions, Events events) {
    this.engine = engine;
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
  LiveVersion<I> make(Rollout begun, Origin<I> origin, @Nullable HealthCheck<? super I> check) {
    LiveVersion<I> made = versions.add(begun.next(), linked(begun, origin), origin.parts());
    events.tell(new DeploymentEvent.Linked(settings.name(), begun.next()));
    if (check == null) {
      return made;
    }
    boolean healthy = false;
    try {
      tryOut(begun, made, check);
      healthy = true;
      return made;
    } finally {
      if (!healthy) {
        made.retire();
      }
    }
  }

  private Ready<I> linked(Rollout begun, Origin<I> origin) {
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
      return link(engine, origin, current, compiled);
    } catch (NotCompiled e) {
      throw begun.refusal(Reason.NOT_COMPILED, "there is no component", e.why());
    } catch (RuntimeException e) {
      throw begun.refusal(Reason.NOT_LINKED, "it doesn't fit", e);
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
