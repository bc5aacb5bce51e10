package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.StoreConfig;
import dev.switchblade.StoreLostException;
import dev.switchblade.TrapException;
import dev.switchblade.app.deploy.DeploymentEvent.HandOverFailed;
import dev.switchblade.app.deploy.DeploymentEvent.HandedOver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Instances that live long, and go along from version to version. */
final class SessionTest {

  private static final HandOver<Counter> BY_FUNCTIONS =
      HandOver.of(Counter::save, Counter::restore);

  private final Heard heard = new Heard();

  private DeploymentBuilder<Counter> counters() {
    return Counter.builder(1).keep(0).handOver(BY_FUNCTIONS).onEvent(heard);
  }

  private static Session<Counter> session(Deployment<Counter> deployment) {
    return deployment.session(StoreConfig.defaults());
  }

  @Test
  void stateGoesAlong() {
    try (Deployment<Counter> deployment = counters().start();
        Session<Counter> session = session(deployment)) {
      assertEquals(1, session.call(Counter::next));
      assertEquals(2, session.call(Counter::next));
      Version next = deployment.upgrade(Counter.source(2));
      assertEquals(3, session.call(Counter::next));
      assertEquals(2, session.call(Counter::version));
      assertEquals(next, session.version());
      assertEquals(new HandedOver("component", new Version(1, "component"), next), handedOver());
    }
  }

  private HandedOver handedOver() {
    return heard.next(HandedOver.class);
  }

  /** What nobody uses must not keep a version. */
  @Test
  void anIdleSessionMovesByItself() {
    try (Deployment<Counter> deployment = counters().start();
        Session<Counter> session = session(deployment);
        Session<Counter> other = session(deployment)) {
      session.run(Counter::next);
      deployment.upgrade(Counter.source(2));
      handedOver();
      handedOver();
      assertEquals(
          List.of(2),
          deployment.status().uses().stream().map(use -> use.version().number()).toList());
      assertEquals(2, session.call(Counter::next));
      assertEquals(1, other.call(Counter::next));
    }
  }

  @Test
  void itGoesBackWithARollback() {
    try (Deployment<Counter> deployment = counters().keep(1).start();
        Session<Counter> session = session(deployment)) {
      deployment.upgrade(Counter.source(2));
      assertEquals(1, session.call(Counter::next));
      deployment.rollback();
      assertEquals(2, session.call(Counter::next));
      assertEquals(1, session.call(Counter::same));
    }
  }

  @Test
  void itGoesWithACanaryOnceThatIsPromoted() {
    try (Deployment<Counter> deployment = counters().start();
        Session<Counter> session = session(deployment);
        Canary canary = deployment.canary(Counter.source(2), CanaryPolicy.share(1))) {
      session.run(Counter::next);
      assertEquals(1, session.call(Counter::version));
      canary.promote();
      assertEquals(2, session.call(Counter::version));
      assertEquals(2, session.call(Counter::next));
    }
  }

  /** A call that runs ends in its version; the session moves right behind it. */
  @Test
  void aCallThatRunsIsNotMoved() throws Exception {
    try (Deployment<Counter> deployment = counters().start();
        Session<Counter> session = session(deployment)) {
      var running = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      var call =
          new FutureTask<>(
              () ->
                  session.call(
                      counter -> {
                        int first = counter.next();
                        running.countDown();
                        await(goOn);
                        return List.of(first, counter.next(), counter.same());
                      }));
      Thread.ofPlatform().start(call);
      running.await();
      deployment.upgrade(Counter.source(2));
      assertEquals(2, deployment.status().uses().size());
      goOn.countDown();
      assertEquals(List.of(1, 2, 1), call.get());
      handedOver();
      assertEquals(1, deployment.status().uses().size());
      assertEquals(3, session.call(Counter::next));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatCannotBeHandedOverStays() {
    Source forgetful =
        engine ->
            engine.compileText(
                Counter.text(2)
                    .replace(
                        "(if (i32.ne (local.get 1) (i32.const 4)) (then unreachable))",
                        "unreachable"));
    try (Deployment<Counter> deployment = counters().start();
        Session<Counter> session = session(deployment)) {
      session.run(Counter::next);
      Version next = deployment.upgrade(forgetful);
      var failed = heard.next(HandOverFailed.class);
      assertEquals(next, failed.to());
      assertInstanceOf(TrapException.class, failed.why());
      assertEquals(1, session.call(Counter::version));
      assertEquals(2, session.call(Counter::next));
      // It isn't tried again and again.
      assertEquals(List.of(), heard.rest());
      assertEquals(2, deployment.status().uses().size());
      // The next version can.
      deployment.upgrade(Counter.source(3));
      assertEquals(3, session.call(Counter::next));
      assertEquals(3, session.call(Counter::version));
      assertEquals(1, deployment.status().uses().size());
    }
  }

  @Test
  void aSessionThatTrappedStaysWhereItIs() {
    try (Deployment<Counter> deployment =
            Deployment.builder(
                    Counter.ENGINE,
                    engine -> engine.compileText(Counter.text(1, "", "unreachable")),
                    component -> Ready.of(Counter.prepare(component)))
                .handOver(BY_FUNCTIONS)
                .onEvent(heard)
                .start();
        Session<Counter> session = session(deployment)) {
      assertThrows(TrapException.class, () -> session.call(Counter::next));
      deployment.upgrade(Counter.source(2));
      heard.next(HandOverFailed.class);
      assertThrows(StoreLostException.class, () -> session.call(Counter::next));
    }
  }

  @Test
  void functionsMayBeNamed() {
    var linker = new Linker(Counter.ENGINE);
    linker.root().func("clock", _ -> 0);
    try (Component first = Counter.compiled(1);
        Deployment<OpenInstance> deployment =
            Deployment.builder(first, linker).handOver(HandOver.named("save", "restore")).start();
        Session<OpenInstance> session = deployment.session(StoreConfig.defaults())) {
      session.run(instance -> instance.func("next").call());
      deployment.upgrade(Counter.source(2));
      assertEquals(2, (int) session.call(instance -> (Integer) instance.func("next").call()));
      assertEquals(2, (int) session.call(instance -> (Integer) instance.func("version").call()));
    }
  }

  @Test
  void functionsOfAnotherTypeAreNamed() {
    var linker = new Linker(Counter.ENGINE);
    linker.root().func("clock", _ -> 0);
    for (String save : List.of("next", "stow")) {
      try (Component first = Counter.compiled(1);
          Deployment<OpenInstance> deployment =
              Deployment.builder(first, linker)
                  .handOver(HandOver.named(save, "restore"))
                  .onEvent(heard)
                  .start();
          Session<OpenInstance> session = deployment.session(StoreConfig.defaults())) {
        deployment.upgrade(Counter.source(2));
        Throwable why = heard.next(HandOverFailed.class).why();
        assertTrue(
            save.equals("next")
                ? why.getMessage().contains("next has the type func() -> u32")
                : why instanceof LinkException,
            why.toString());
        assertEquals(1, session.version().number());
      }
    }
  }

  @Test
  void withoutAHandOverThereAreNone() {
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      var none = assertThrows(IllegalStateException.class, () -> session(deployment));
      assertTrue(none.getMessage().contains("handOver"), none.getMessage());
    }
  }

  @Test
  void aSessionOutlivesItsDeploymentUntilItIsClosed() {
    Deployment<Counter> deployment = counters().start();
    Session<Counter> session = session(deployment);
    deployment.close();
    assertThrows(ClosedException.class, () -> session(deployment));
    assertEquals(1, session.call(Counter::next));
    session.close();
    session.close();
    assertTrue(deployment.closeWithin(Duration.ZERO));
    assertThrows(ClosedException.class, () -> session.call(Counter::next));
    assertThrows(ClosedException.class, session::version);
  }

  @Test
  void itIsNotCalledFromWithin() {
    try (Deployment<Counter> deployment = counters().start();
        Session<Counter> session = session(deployment)) {
      assertThrows(
          IllegalStateException.class, () -> session.call(_ -> session.call(Counter::next)));
      assertThrows(IllegalStateException.class, () -> closeWithin(session));
      assertEquals(1, session.call(Counter::next));
    }
  }

  private static void closeWithin(Session<Counter> session) {
    session.run(_ -> session.close());
  }

  /** No count is lost, whoever calls and whatever is switched meanwhile. */
  @Test
  void noCallIsLost() throws Exception {
    int calls = 200;
    try (Deployment<Counter> deployment = counters().start();
        Session<Counter> session = session(deployment)) {
      List<FutureTask<Void>> threads = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        var task =
            new FutureTask<Void>(
                () -> {
                  int last = 0;
                  for (int n = 0; n < calls; n++) {
                    int now = session.call(Counter::next);
                    assertTrue(now > last);
                    last = now;
                  }
                  return null;
                });
        threads.add(task);
        Thread.ofPlatform().start(task);
      }
      for (int i = 2; i < 12; i++) {
        deployment.upgrade(Counter.source(i));
      }
      for (var thread : threads) {
        thread.get();
      }
      assertEquals(3 * calls + 1, session.call(Counter::next));
      assertEquals(11, session.call(Counter::same));
      assertEquals(1, deployment.status().uses().size());
    }
  }
}
