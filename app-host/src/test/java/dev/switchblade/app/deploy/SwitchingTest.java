package dev.switchblade.app.deploy;

import static dev.switchblade.app.deploy.Traffic.SWITCHES;
import static dev.switchblade.app.deploy.Traffic.THREADS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.Engine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions switch while threads call without a pause. */
final class SwitchingTest {

  /** Sees one version, which isn't older than what this thread has seen. */
  private static final class Observer implements Callable<Integer> {
    private final Deployment<Counter> deployment;
    private final ThreadLocal<Integer> newest = ThreadLocal.withInitial(() -> 0);

    Observer(Deployment<Counter> deployment) {
      this.deployment = deployment;
    }

    @Override
    public Integer call() {
      try (Counter counter = deployment.instance()) {
        int version = counter.version();
        assertTrue(version >= newest.get(), () -> version + " after " + newest.get());
        newest.set(version);
        assertEquals(1, counter.next());
        assertEquals(version, counter.same());
        assertEquals(2, counter.next());
        assertEquals(version, counter.version());
        return version;
      }
    }
  }

  @ParameterizedTest(name = "pooling={0}")
  @ValueSource(booleans = {false, true})
  void noCallFailsAndNoneSeesAMix(boolean pooling) throws Exception {
    Engine.Builder builder = Engine.builder();
    if (pooling) {
      builder.pooling(Engine.Pooling.of(THREADS * 2).withMemoryBytes(1 << 20));
    }
    try (Engine engine = builder.build();
        Deployment<Counter> deployment =
            Deployment.builder(
                    engine, Counter.source(1), component -> Ready.of(Counter.prepare(component)))
                .start()) {
      var observer = new Observer(deployment);
      long calls;
      try (var traffic = new Traffic(THREADS, observer)) {
        for (int version = 2; version <= SWITCHES + 1; version++) {
          deployment.upgrade(Counter.source(version));
          // What is asked for from now on is of it.
          assertEquals(version, observer.call());
        }
        calls = traffic.end();
      }
      assertTrue(calls >= THREADS, () -> calls + " calls");
      assertEquals(
          List.of(SWITCHES, SWITCHES + 1),
          deployment.status().uses().stream().map(use -> use.version().number()).toList());
      assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
    }
  }

  /** Back and forth, with what is linked already: as fast as it can be done. */
  @Test
  void rollbacksAndPromotionsAreSwitchesToo() throws Exception {
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      Callable<?> call =
          () -> {
            try (Counter counter = deployment.instance()) {
              int version = counter.version();
              assertEquals(version, counter.same());
              return version;
            }
          };
      try (var traffic = new Traffic(THREADS, call)) {
        for (int i = 0; i < SWITCHES; i++) {
          deployment.upgrade(Counter.source(2));
          deployment.rollback();
          try (Canary canary = deployment.canary(Counter.source(3), CanaryPolicy.share(0.5))) {
            if (i % 2 == 0) {
              canary.promote();
              deployment.rollback();
            }
          }
        }
        assertTrue(traffic.end() >= THREADS);
      }
      assertEquals(1, deployment.version().number());
      assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
    }
  }

  /** Threads that end a deployment meet threads that use it. */
  @Test
  void closingMeetsCallsThatBegin() throws Exception {
    for (int i = 0; i < SWITCHES; i++) {
      Deployment<Counter> deployment = Counter.deployed(1);
      var refused = new AtomicInteger();
      Callable<?> call =
          () -> {
            try (Counter counter = deployment.instance()) {
              return counter.same();
            } catch (ClosedException e) {
              return refused.incrementAndGet();
            }
          };
      try (var traffic = new Traffic(THREADS, call)) {
        assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
        assertTrue(traffic.end() >= THREADS);
      }
      assertEquals(List.of(), deployment.status().uses());
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "mappings are read from /proc/self/maps")
  void mappingsEndWhereTheyBegan() throws Exception {
    int rounds = Math.max(50, SWITCHES);
    try (Deployment<Counter> deployment = Counter.builder(1).keep(0).start()) {
      Runnable round =
          () -> {
            Counter open = deployment.instance();
            deployment.upgrade(Counter.source(2));
            open.close();
            refuse(deployment, Counter.text(3, "unreachable", ""));
            refuse(
                deployment,
                Counter.text(3).replace("\"same\") (result u32)", "\"other\") (result u32)"));
            refuse(deployment, "(component");
            deployment.canary(Counter.source(4), CanaryPolicy.share(1)).abort();
          };
      Mappings.assertNoneLeft(rounds, round);
      assertEquals(1, deployment.status().uses().size());
    }
  }

  private static void refuse(Deployment<Counter> deployment, String text) {
    try {
      deployment.upgrade(engine -> engine.compileText(text));
    } catch (UpgradeException e) {
      return;
    }
    throw new AssertionError("not refused: " + text);
  }
}
