package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.LinkException;
import dev.switchblade.LinkException.Kind;
import dev.switchblade.TrapException;
import dev.switchblade.app.deploy.DeploymentEvent.Refused;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a new version, the one that serves goes on serving. */
final class RefusedUpgradesTest {

  private final Heard heard = new Heard();
  private Deployment<Counter> deployment = Counter.deployed(1);

  @BeforeEach
  void deploy() {
    deployment.close();
    deployment = Counter.builder(1).name("counters").onEvent(heard).start();
  }

  @AfterEach
  void nothingIsLeft() {
    if (deployment.status().current().isPresent()) {
      assertServes(1);
      assertEquals(Optional.empty(), deployment.status().upgrading());
      assertEquals(1, deployment.status().uses().size());
      deployment.upgrade(Counter.source(9));
      assertServes(9);
    }
    assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
  }

  private void assertServes(int version) {
    try (Counter counter = deployment.instance()) {
      assertEquals(version, counter.version());
      assertEquals(version, counter.same());
    }
  }

  private UpgradeException refused(Source next, Reason reason, String... parts) {
    var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade(next));
    assertEquals(reason, refused.reason());
    for (String part : parts) {
      assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }
    assertSame(refused, heard.next(Refused.class).why());
    return refused;
  }

  private static Source text(String text) {
    return Source.named("next", engine -> engine.compileText(text));
  }

  @Test
  void whatIsDamaged() {
    byte[] damaged = {0, 'a', 's', 'm', 13, 0, 1, 0, 99};
    var refused =
        refused(
            Source.of("damaged.wasm", damaged),
            Reason.NOT_COMPILED,
            "counters: version 2 (damaged.wasm) is refused: there is no component; version 1"
                + " (component) goes on serving.\n",
            "not a valid component");
    assertInstanceOf(CompilationException.class, refused.getCause());
    assertTrue(refused.problems().isEmpty());
  }

  @Test
  void aCoreModule() {
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0};
    var refused = refused(Source.of("core.wasm", module), Reason.NOT_COMPILED);
    var why = assertInstanceOf(CompilationException.class, refused.getCause());
    assertEquals(CompilationException.Reason.NOT_A_COMPONENT, why.reason());
  }

  @Test
  void aFileThatIsNotThere(@TempDir Path folder) {
    refused(Source.of(folder.resolve("none.wasm")), Reason.NOT_COMPILED, "there is no such file");
  }

  @Test
  void aSourceThatFails() {
    var broken = new IllegalStateException("no network");
    var refused =
        refused(
            _ -> {
              throw broken;
            },
            Reason.NOT_COMPILED,
            "IllegalStateException: no network");
    assertSame(broken, refused.getCause());
  }

  @Test
  void aSourceThatHasNone() {
    refused(_ -> nothing(), Reason.NOT_COMPILED, "the source has no component");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals", "unchecked"})
  private static <T> T nothing() {
    return (T) null;
  }

  /** Not an exception that is foreseen, and yet no reason to stop. */
  @Test
  void aSourceThatEndsInAnError() {
    var refused =
        refused(
            _ -> {
              throw new StackOverflowError();
            },
            Reason.NOT_COMPILED);
    assertInstanceOf(StackOverflowError.class, refused.getCause());
  }

  @Test
  void whatImportsWhatTheHostDoesNotProvide() {
    String importing =
        Counter.text(2).replaceFirst("\\(component", "(component (import \"logger\" (func))");
    var refused = refused(text(importing), Reason.NOT_LINKED, "logger");
    assertEquals(Kind.MISSING_IMPORT, refused.problems().getFirst().kind());
    assertEquals("logger", refused.problems().getFirst().subject());
  }

  @Test
  void whatIsNotWhatCallersUse() {
    String other =
        """
        (component
          (core module $m
            (func (export "f") (result i64) unreachable)
            (func (export "g") (result i32) unreachable))
          (core instance $m (instantiate $m))
          (func (export "version") (result u64) (canon lift (core func $m "f")))
          (func (export "same") (result u32) (canon lift (core func $m "g"))))
        """;
    var refused =
        refused(
            text(other),
            Reason.NOT_LINKED,
            "version: result: expected u32, found u64",
            "next: missing (expected func() -> u32)");
    assertInstanceOf(LinkException.class, refused.getCause());
    assertEquals(4, refused.problems().size());
  }

  @Test
  void aComponentOfAnotherEngine() {
    try (Engine other = Engine.create();
        Component component = other.compile(Counter.bytes(2))) {
      var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade(component));
      assertEquals(Reason.NOT_LINKED, refused.reason());
      assertTrue(refused.getMessage().contains("another engine"), refused.getMessage());
    }
  }

  @Test
  void aComponentThatIsClosed() {
    Component closed = Counter.compiled(2);
    closed.close();
    var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade(closed));
    assertTrue(refused.getMessage().contains("the component is closed"), refused.getMessage());
  }

  @Test
  void whatTrapsWhenItStarts() {
    var refused =
        refused(text(Counter.text(2, "unreachable", "")), Reason.UNHEALTHY, "health check failed");
    assertInstanceOf(TrapException.class, refused.getCause());
  }

  @Test
  void whatTrapsInItsHealthCheck() {
    try (Component next = Counter.ENGINE.compileText(Counter.text(2, "", "unreachable"))) {
      var refused =
          assertThrows(UpgradeException.class, () -> deployment.upgrade(next, Counter::next));
      assertEquals(Reason.UNHEALTHY, refused.reason());
      assertInstanceOf(TrapException.class, refused.getCause());
    }
  }

  @Test
  void whatItsHealthCheckDoesNotLike() {
    for (Throwable thrown :
        new Throwable[] {
          new AssertionError("expected 7"), new IOException("no"), new StackOverflowError()
        }) {
      var refused =
          assertThrows(
              UpgradeException.class,
              () ->
                  deployment.upgrade(
                      Counter.source(2),
                      counter -> {
                        assertEquals(1, counter.next());
                        throwAny(thrown);
                      }));
      assertEquals(Reason.UNHEALTHY, refused.reason());
      assertSame(thrown, refused.getCause());
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void throwAny(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** A source that waits until it is told to go on. */
  private static final class Slow implements Source {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public Component compile(Engine engine) {
      begun.countDown();
      boolean interrupted = false;
      while (true) {
        try {
          // As native code, it isn't ended by an interrupt.
          goOn.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return engine.compile(Counter.bytes(2));
    }
  }

  private CompletableFuture<Version> upgrading(Source source) {
    return CompletableFuture.supplyAsync(() -> deployment.upgrade(source));
  }

  private static UpgradeException refusedIn(CompletableFuture<Version> upgrade) {
    var failed = assertThrows(ExecutionException.class, upgrade::get);
    return assertInstanceOf(UpgradeException.class, failed.getCause());
  }

  @Test
  void anUpgradeWhileAnotherOneRuns() throws Exception {
    var slow = new Slow();
    CompletableFuture<Version> first = upgrading(slow);
    slow.begun.await();
    assertEquals(Optional.of(new Version(2, "component")), deployment.status().upgrading());
    var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade(Counter.source(3)));
    assertEquals(Reason.IN_PROGRESS, refused.reason());
    assertTrue(
        refused.getMessage().contains("an upgrade to version 2 (component) is under way"),
        refused.getMessage());
    assertServes(1);
    slow.goOn.countDown();
    assertEquals(2, first.get().number());
    assertServes(2);
    deployment.rollback();
  }

  @Test
  void anUpgradeThatIsGivenUp() throws Exception {
    var slow = new Slow();
    CompletableFuture<Version> first = upgrading(slow);
    slow.begun.await();
    assertTrue(deployment.cancelUpgrade());
    assertFalse(deployment.cancelUpgrade());
    assertEquals(Reason.CANCELLED, refusedIn(first).reason());
    // Another one needn't wait for the compiler.
    assertEquals(3, deployment.upgrade(Counter.source(3)).number());
    assertServes(3);
    slow.goOn.countDown();
    deployment.rollback();
  }

  @Test
  void anUpgradeDuringARollback() throws Exception {
    deployment.upgrade(Counter.source(2));
    var slow = new Slow();
    CompletableFuture<Version> next = upgrading(slow);
    slow.begun.await();
    assertEquals(1, deployment.rollback().number());
    assertEquals(Reason.CANCELLED, refusedIn(next).reason());
    slow.goOn.countDown();
  }

  @Test
  void anUpgradeWhoseCallerIsInterrupted() throws Exception {
    var slow = new Slow();
    var thrown = new AtomicReference<UpgradeException>();
    var interrupted = new AtomicReference<Boolean>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  thrown.set(assertThrows(UpgradeException.class, () -> deployment.upgrade(slow)));
                  interrupted.set(Thread.currentThread().isInterrupted());
                });
    slow.begun.await();
    caller.interrupt();
    caller.join();
    assertEquals(Reason.CANCELLED, thrown.get().reason());
    assertEquals(true, interrupted.get());
    slow.goOn.countDown();
  }

  @Test
  void closingDuringAnUpgrade() throws Exception {
    var slow = new Slow();
    CompletableFuture<Version> first = upgrading(slow);
    slow.begun.await();
    deployment.close();
    UpgradeException refused = refusedIn(first);
    assertEquals(Reason.CLOSED, refused.reason());
    assertEquals(
        "counters: version 2 (component) is refused: the deployment was closed",
        refused.getMessage());
    slow.goOn.countDown();
  }

  /** On engines whose guests can be stopped, a health check that never ends is. */
  @Test
  void closingDuringAHealthCheck() throws Exception {
    try (Engine engine = Engine.builder().interruptible(true).build()) {
      Deployment<Counter> endless =
          Deployment.builder(
                  engine, Counter.source(1), component -> Ready.of(Counter.prepare(component)))
              .start();
      var checking = new CountDownLatch(1);
      var seen = new CompletableFuture<Throwable>();
      Source next = it -> it.compileText(Counter.text(2, "", "(loop $l (br $l))"));
      CompletableFuture<Version> upgrade =
          CompletableFuture.supplyAsync(
              () ->
                  endless.upgrade(
                      next,
                      counter -> {
                        checking.countDown();
                        try {
                          counter.next();
                        } catch (Throwable e) {
                          seen.complete(e);
                          throw e;
                        }
                      }));
      checking.await();
      assertTrue(endless.closeWithin(Duration.ofMinutes(1)));
      assertEquals(Reason.CLOSED, refusedIn(upgrade).reason());
      assertInstanceOf(GuestInterruptedException.class, seen.get());
    }
  }

  @Test
  void aHealthCheckThatUpgrades() {
    var inner = new AtomicReference<UpgradeException>();
    deployment.upgrade(
        Counter.source(2),
        _ ->
            inner.set(
                assertThrows(UpgradeException.class, () -> deployment.upgrade(Counter.source(3)))));
    assertEquals(Reason.IN_PROGRESS, inner.get().reason());
    deployment.rollback();
  }

  /** Whenever it comes, an upgrade ends one way or the other, and leaves nothing. */
  @Test
  void closingAtAnyMoment() throws Exception {
    for (int i = 0; i < 40; i++) {
      Deployment<Counter> closed = Counter.deployed(1);
      var upgrade = CompletableFuture.supplyAsync(() -> closed.upgrade(Counter.source(2)));
      // From before the thread has begun to after the switch.
      for (int n = 0; n < i * 20_000; n++) {
        Thread.onSpinWait();
      }
      closed.close();
      try {
        assertEquals(2, upgrade.get(1, TimeUnit.MINUTES).number());
      } catch (ExecutionException e) {
        boolean known =
            e.getCause() instanceof ClosedException
                || (e.getCause() instanceof UpgradeException why && why.reason() == Reason.CLOSED);
        assertTrue(known, e.toString());
      }
      assertTrue(closed.closeWithin(Duration.ofMinutes(1)));
    }
  }

  /** The same, given up and asked for anew. */
  @Test
  void givingUpAtAnyMoment() throws Exception {
    for (int i = 0; i < 40; i++) {
      int before = deployment.version().number();
      var upgrade = CompletableFuture.supplyAsync(() -> deployment.upgrade(Counter.source(2)));
      for (int n = 0; n < i * 20_000; n++) {
        Thread.onSpinWait();
      }
      boolean givenUp = deployment.cancelUpgrade();
      try {
        Version next = upgrade.get(1, TimeUnit.MINUTES);
        assertFalse(givenUp);
        assertEquals(next, deployment.version());
        assertEquals(before, deployment.rollback().number());
      } catch (ExecutionException e) {
        var why = assertInstanceOf(UpgradeException.class, e.getCause());
        assertEquals(Reason.CANCELLED, why.reason());
        assertTrue(givenUp);
        assertEquals(before, deployment.version().number());
      }
    }
    // What is thrown away is gone before long.
    while (deployment.status().uses().size() > 1) {
      Thread.sleep(1);
    }
  }
}
