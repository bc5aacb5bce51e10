package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.app.deploy.DeploymentEvent.Closed;
import dev.switchblade.app.deploy.DeploymentEvent.Compiling;
import dev.switchblade.app.deploy.DeploymentEvent.Started;
import dev.switchblade.app.deploy.DeploymentEvent.Switched;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Listeners hear of everything, and can break nothing. */
final class EventsTest {

  private static final Version ONE = new Version(1, "one.wasm");
  private static final Version TWO = new Version(2, "two.wasm");

  @Test
  void whatAListenerThrowsIsNobodysConcern() {
    var heard = new Heard();
    try (Deployment<Counter> deployment =
        Counter.builder(1)
            .onEvent(
                event -> {
                  throw new AssertionError("told on purpose, by EventsTest: " + event);
                })
            .start()) {
      deployment.onEvent(heard);
      deployment.upgrade(Counter.source(2));
      heard.next(Switched.class);
    }
    heard.next(Closed.class);
  }

  @Test
  void aListenerThatBlocksHoldsUpNothing() {
    var goOn = new CountDownLatch(1);
    var first = new CompletableFuture<DeploymentEvent>();
    var heard = new Heard();
    try (Deployment<Counter> deployment =
        Counter.builder(1)
            .onEvent(
                event -> {
                  first.complete(event);
                  try {
                    goOn.await();
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                  heard.accept(event);
                })
            .start()) {
      assertTrue(first.join() instanceof Started);
      for (int i = 2; i < 6; i++) {
        deployment.upgrade(Counter.source(i));
        try (Counter counter = deployment.instance()) {
          assertEquals(i, counter.version());
        }
      }
      assertEquals(List.of(), heard.rest());
    }
    goOn.countDown();
    assertEquals(
        List.of(2, 3, 4, 5),
        heard.until(Closed.class).stream()
            .filter(Switched.class::isInstance)
            .map(event -> ((Switched) event).to().number())
            .toList());
  }

  /** More than are kept are lost, and neither memory nor those that come later. */
  @Test
  void aListenerThatBlocksForEverCostsABoundedNumberOfEvents() throws Exception {
    var events = new Events();
    var goOn = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    var heard = new Heard();
    events.add(
        event -> {
          begun.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          heard.accept(event);
        });
    events.tell(new Started("d", ONE));
    begun.await();
    for (int i = 0; i < Events.MOST_WAITING + 5; i++) {
      events.tell(new Compiling("d", TWO, Duration.ofMillis(i)));
    }
    goOn.countDown();
    for (int i = 0; i < Events.MOST_WAITING; i++) {
      assertEquals(Duration.ofMillis(i), heard.next(Compiling.class).elapsed());
    }
    events.tell(new Closed("d"));
    assertEquals(List.of(new Closed("d")), heard.until(Closed.class));
  }

  @Test
  void aListenerMayCallTheDeployment() {
    var heard = new Heard();
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      deployment.onEvent(
          event -> {
            if (event instanceof Switched switched && switched.to().number() == 2) {
              deployment.rollback();
            }
          });
      deployment.onEvent(heard);
      deployment.upgrade(Counter.source(2));
      heard.next(DeploymentEvent.RolledBack.class);
      assertEquals(1, deployment.version().number());
    }
  }

  @Test
  void aSubscriptionEnds() {
    var heard = new Heard();
    var other = new Heard();
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      try (var _ = deployment.onEvent(heard)) {
        deployment.upgrade(Counter.source(2));
        heard.next(Switched.class);
      }
      deployment.onEvent(other);
      deployment.upgrade(Counter.source(3));
    }
    other.next(Closed.class);
    assertEquals(List.of(), heard.rest());
  }

  @Test
  void aCompilerThatTakesLongIsHeardOf() {
    var heard = new Heard();
    try (Deployment<Counter> deployment =
        Counter.builder(1).progressEvery(Duration.ofMillis(1)).onEvent(heard).start()) {
      deployment.upgrade(
          engine -> {
            // For as long as it takes to be heard of.
            Duration before = heard.next(Compiling.class).elapsed();
            Duration after = heard.next(Compiling.class).elapsed();
            assertTrue(after.compareTo(before) > 0);
            return engine.compile(Counter.bytes(2));
          });
      assertTrue(
          heard.until(Switched.class).stream()
              .dropWhile(event -> !(event instanceof DeploymentEvent.Compiled))
              .noneMatch(Compiling.class::isInstance),
          "it was said to compile when that was over");
    }
  }

  @Test
  void eventsHaveWords() {
    var failure = new IOException("disk");
    var refused = new UpgradeException("d: refused", UpgradeException.Reason.CANCELLED, null);
    assertEquals(
        List.of(
            "d: version 1 (one.wasm) serves",
            "d: upgrading from version 1 (one.wasm) to version 2 (two.wasm)",
            "d: version 2 (two.wasm) has been compiling for 1500 ms",
            "d: version 2 (two.wasm) was compiled in 2000 ms",
            "d: version 2 (two.wasm) fits its callers and the host",
            "d: version 2 (two.wasm) passed its health check in 7 ms",
            "d: refused",
            "d: version 2 (two.wasm) serves, in the place of version 1 (one.wasm)",
            "d: rolled back: version 1 (one.wasm) serves, in the place of version 2 (two.wasm)",
            "d: version 2 (two.wasm) serves a part, and version 1 (one.wasm) the rest",
            "d: version 2 (two.wasm) was tried and given up; version 1 (one.wasm) serves",
            "d: a session went from version 1 (one.wasm) to version 2 (two.wasm)",
            "d: a session stays in version 1 (one.wasm), version 2 (two.wasm) can't take it over:"
                + " java.io.IOException: disk",
            "d: version 1 (one.wasm) is released, after 12 instances",
            "d: changed: a.wasm, b.wasm",
            "d: plugins can't be looked at: java.io.IOException: disk",
            "d: closed"),
        List.of(
                new Started("d", ONE),
                new DeploymentEvent.UpgradeStarted("d", ONE, TWO),
                new Compiling("d", TWO, Duration.ofMillis(1500)),
                new DeploymentEvent.Compiled("d", TWO, Duration.ofSeconds(2), false),
                new DeploymentEvent.Linked("d", TWO),
                new DeploymentEvent.Healthy("d", TWO, Duration.ofMillis(7)),
                new DeploymentEvent.Refused("d", TWO, refused),
                new Switched("d", ONE, TWO),
                new DeploymentEvent.RolledBack("d", TWO, ONE),
                new DeploymentEvent.CanaryStarted("d", ONE, TWO),
                new DeploymentEvent.CanaryAborted("d", ONE, TWO),
                new DeploymentEvent.HandedOver("d", ONE, TWO),
                new DeploymentEvent.HandOverFailed("d", ONE, TWO, failure),
                new DeploymentEvent.Released("d", ONE, 12),
                new DeploymentEvent.FilesChanged(
                    "d", List.of(Path.of("a.wasm"), Path.of("b.wasm"))),
                new DeploymentEvent.WatchFailed("d", Path.of("plugins"), failure),
                new Closed("d"))
            .stream()
            .map(DeploymentEvent::message)
            .toList());
  }
}
