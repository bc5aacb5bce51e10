package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Limits;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapException;
import dev.switchblade.app.deploy.DeploymentEvent.Released;
import dev.switchblade.app.deploy.DeploymentEvent.RolledBack;
import dev.switchblade.app.deploy.DeploymentEvent.Started;
import dev.switchblade.app.deploy.DeploymentEvent.Switched;
import dev.switchblade.app.deploy.DeploymentStatus.Use;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a deployment hands out, and what becomes of its versions. */
final class DeploymentTest {

  private static int served(Deployment<Counter> deployment) {
    try (Counter counter = deployment.instance()) {
      return counter.version();
    }
  }

  private static Version version(int number, String name) {
    return new Version(number, name);
  }

  @Test
  void instancesAreOfTheVersionThatServes() {
    try (Deployment<Counter> deployment = Counter.deployed(1);
        Component next = Counter.compiled(2)) {
      assertEquals(1, served(deployment));
      assertEquals(version(2, "component"), deployment.upgrade(next));
      assertEquals(version(2, "component"), deployment.version());
      assertEquals(2, served(deployment));
    }
  }

  @Test
  void anInstanceIsOfItsVersionToTheEnd() {
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      Counter old = deployment.instance();
      deployment.upgrade(Counter.source(2));
      assertEquals(1, old.version());
      assertEquals(1, old.next());
      assertEquals(2, served(deployment));
      deployment.upgrade(Counter.source(3));
      assertEquals(1, old.same());
      assertEquals(2, old.next());
      old.close();
      assertEquals(3, served(deployment));
    }
  }

  @Test
  void componentsStayTheCallersAndMayBeClosed() {
    Component next = Counter.compiled(2);
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      deployment.upgrade(next);
      // Not closed by the deployment: it can be linked again.
      deployment.upgrade(next);
      next.close();
      assertEquals(2, served(deployment));
      deployment.upgrade(Counter.source(3));
      deployment.rollback();
      assertEquals(2, served(deployment));
    }
  }

  @Test
  void versionsComeFromBytesFilesArtifactsAndWhateverMakesAComponent(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("counter-3.wasm");
    Files.write(file, Counter.bytes(3));
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      assertEquals(version(2, "counter-2"), deployment.upgrade(Counter.source(2)));
      assertEquals(2, served(deployment));
      assertEquals(version(3, "counter-3.wasm"), deployment.upgrade(file));
      assertEquals(3, served(deployment));
      assertEquals(
          version(4, "component"), deployment.upgrade(engine -> engine.compile(Counter.bytes(4))));
      assertEquals(4, served(deployment));
    }
  }

  @Test
  void withoutGeneratedCodeInstancesAreOpen() {
    var linker = new Linker(Counter.ENGINE);
    linker.root().func("clock", _ -> 0);
    try (Component first = Counter.compiled(1);
        Deployment<OpenInstance> deployment = Deployment.of(first, linker)) {
      try (OpenInstance instance = deployment.instance()) {
        assertEquals(1, instance.func("version").call());
        assertEquals(1, instance.func("", "next").call());
      }
      deployment.upgrade(Counter.source(2));
      try (OpenInstance instance = deployment.instance()) {
        assertEquals(2, instance.func("version").call());
        assertEquals(instance.store(), instance.instance().store());
      }
      assertEquals(1, deployment.status().uses().getFirst().instances());
      assertEquals(0, deployment.status().uses().getFirst().openInstances());
    }
  }

  /** What the first version exports is what later ones have to. */
  @Test
  void withoutGeneratedCodeVersionsAreComparedWithEachOther() {
    var linker = new Linker(Counter.ENGINE);
    linker.root().func("clock", _ -> 0);
    String other =
        """
        (component
          (import "logger" (func))
          (core module $m
            (func (export "version") (result i64) unreachable)
            (func (export "more") unreachable))
          (core instance $m (instantiate $m))
          (func (export "version") (result u64) (canon lift (core func $m "version")))
          (func (export "more") (canon lift (core func $m "more"))))
        """;
    try (Component first = Counter.compiled(1);
        Component next = Counter.ENGINE.compileText(other);
        Deployment<OpenInstance> deployment = Deployment.of(first, linker)) {
      var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade(next));
      assertEquals(UpgradeException.Reason.NOT_LINKED, refused.reason());
      assertEquals(
          List.of(
              "version: result: expected u32, found u64",
              "same: missing (expected func() -> u32)",
              "next: missing (expected func() -> u32)",
              "save: missing (expected func() -> list<u8>)",
              "restore: missing (expected func(state: list<u8>))"),
          refused.problems().stream()
              .filter(problem -> problem.kind() != LinkException.Kind.MISSING_IMPORT)
              .map(problem -> problem.subject() + ": " + problem.description())
              .toList());
      assertTrue(
          refused.getMessage().contains("(5 differences):\n  version: result: expected u32"),
          refused.getMessage());
      assertTrue(refused.getMessage().contains("logger"), refused.getMessage());
      try (OpenInstance instance = deployment.instance()) {
        assertEquals(1, instance.func("version").call());
      }
    }
  }

  @Test
  void aVersionIsReleasedWithItsLastInstance() {
    var heard = new Heard();
    try (Deployment<Counter> deployment = Counter.builder(1).keep(0).onEvent(heard).start()) {
      Counter one = deployment.instance();
      Counter other = deployment.instance();
      deployment.upgrade(Counter.source(2));
      assertEquals(
          List.of(
              new Use(version(1, "component"), 2, 2, false),
              new Use(version(2, "counter-2"), 0, 1, false)),
          deployment.status().uses());
      one.close();
      one.close();
      assertEquals(1, deployment.status().uses().getFirst().openInstances());
      other.close();
      assertEquals(1, deployment.status().uses().size());
      var released = heard.next(Released.class);
      assertEquals(new Released("component", version(1, "component"), 2), released);
    }
  }

  @Test
  void anInstanceThatTrapsIsClosedLikeAnyOther() {
    try (Deployment<Counter> deployment =
        Deployment.builder(
                Counter.ENGINE,
                engine -> engine.compileText(Counter.text(1, "", "unreachable")),
                component -> Ready.of(Counter.prepare(component)))
            .keep(0)
            .start()) {
      try (Counter counter = deployment.instance()) {
        assertThrows(TrapException.class, counter::next);
      }
      deployment.upgrade(Counter.source(2));
      assertEquals(1, deployment.status().uses().size());
      assertEquals(2, served(deployment));
    }
  }

  /** Whoever asks gets that exception, and it leaves nothing that counts. */
  @Test
  void anInstanceThatCannotBeMadeDoesNotCount() {
    try (Component trapping = Counter.ENGINE.compileText(Counter.text(2, "unreachable", ""));
        Deployment<Counter> deployment = Counter.builder(1).withoutCheck().keep(0).start()) {
      deployment.upgrade(trapping);
      assertThrows(TrapException.class, deployment::instance);
      var withDeadline =
          StoreConfig.defaults().withLimits(Limits.defaults().withDeadline(Duration.ofSeconds(1)));
      // Not even a store: the engine's guests can't be stopped.
      assertThrows(IllegalArgumentException.class, () -> deployment.instance(withDeadline));
      deployment.upgrade(Counter.source(3));
      assertEquals(1, deployment.status().uses().size());
      assertEquals(3, served(deployment));
    }
  }

  @Test
  void aForgottenInstanceCountsUntilItIsCollected() throws Exception {
    try (Deployment<Counter> deployment = Counter.builder(1).keep(0).start()) {
      forget(deployment);
      deployment.upgrade(Counter.source(2));
      for (int i = 0; i < 600 && deployment.status().uses().size() > 1; i++) {
        System.gc();
        Thread.sleep(10);
      }
      assertEquals(1, deployment.status().uses().size());
    }
  }

  @SuppressWarnings("resource")
  private static void forget(Deployment<Counter> deployment) {
    assertEquals(1, deployment.instance().version());
  }

  @Test
  void rollingBackTakesNoCompiler() {
    var heard = new Heard();
    try (Deployment<Counter> deployment = Counter.builder(1).keep(2).onEvent(heard).start()) {
      deployment.upgrade(Counter.source(2));
      deployment.upgrade(Counter.source(3));
      assertEquals(
          List.of(version(2, "counter-2"), version(1, "component")), deployment.status().earlier());
      assertEquals(version(2, "counter-2"), deployment.rollback());
      assertEquals(2, served(deployment));
      assertEquals(version(1, "component"), deployment.rollback());
      assertEquals(1, served(deployment));
      var none = assertThrows(IllegalStateException.class, deployment::rollback);
      assertTrue(none.getMessage().contains("no earlier version"), none.getMessage());
      assertEquals(1, served(deployment));
      // What was taken back is not gone back to.
      assertEquals(version(4, "counter-4"), deployment.upgrade(Counter.source(4)));
      assertEquals(version(1, "component"), deployment.rollback());
      assertEquals(1, deployment.status().uses().size());
    }
    assertEquals(
        List.of(
            new Switched("component", version(1, "component"), version(2, "counter-2")),
            new Switched("component", version(2, "counter-2"), version(3, "counter-3")),
            new RolledBack("component", version(3, "counter-3"), version(2, "counter-2")),
            new RolledBack("component", version(2, "counter-2"), version(1, "component")),
            new Switched("component", version(1, "component"), version(4, "counter-4")),
            new RolledBack("component", version(4, "counter-4"), version(1, "component"))),
        heard.until(DeploymentEvent.Closed.class).stream()
            .filter(event -> event instanceof Switched || event instanceof RolledBack)
            .toList());
  }

  @Test
  void versionsThatAreKeptAreReleasedWhenNewerOnesAre() {
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      for (int i = 2; i <= 5; i++) {
        deployment.upgrade(Counter.source(i));
      }
      assertEquals(List.of(version(4, "counter-4")), deployment.status().earlier());
      assertEquals(
          List.of(4, 5),
          deployment.status().uses().stream().map(use -> use.version().number()).toList());
    }
  }

  @Test
  void whatIsClosedMakesNoInstances() {
    Deployment<Counter> deployment = Counter.builder(1).name("counters").start();
    Counter open = deployment.instance();
    deployment.upgrade(Counter.source(2));
    deployment.close();
    deployment.close();
    for (var use :
        List.<Executable>of(
            deployment::instance,
            deployment::version,
            deployment::rollback,
            () -> deployment.upgrade(Counter.source(3)))) {
      var closed = assertThrows(ClosedException.class, use);
      assertEquals("the deployment counters is closed", closed.getMessage());
    }
    assertEquals(1, open.next());
    assertEquals(Optional.empty(), deployment.status().current());
    assertEquals(1, deployment.status().uses().size());
    assertFalse(deployment.closeWithin(Duration.ofMillis(1)));
    assertFalse(deployment.closeWithin(Duration.ofSeconds(Long.MIN_VALUE)));
    open.close();
    assertTrue(deployment.closeWithin(Duration.ZERO));
    assertEquals(List.of(), deployment.status().uses());
    assertFalse(deployment.cancelUpgrade());
  }

  @Test
  void closingWaitsForInstancesThatAreOpen() throws Exception {
    Deployment<Counter> deployment = Counter.deployed(1);
    Counter open = deployment.instance();
    Thread closer =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (deployment.status().current().isPresent()) {
                    Thread.onSpinWait();
                  }
                  open.close();
                });
    assertTrue(deployment.closeWithin(Duration.ofDays(1_000_000)));
    closer.join();
  }

  @Test
  void whatTheHostProvidesStaysTheSame() {
    var asked = new AtomicInteger();
    try (Component first = Counter.compiled(1);
        Deployment<Counter> deployment =
            Deployment.of(Counter.prepare(first, asked::incrementAndGet))) {
      deployment.upgrade(Counter.source(2), _ -> {});
      try (Counter counter = deployment.instance()) {
        assertEquals(1, counter.next());
      }
    }
    assertEquals(1, asked.get());
  }

  @Test
  void theFirstVersionIsRefusedAsAnyComponentIs() {
    try (Component component = Counter.compiled(1)) {
      var empty = new Linker(Counter.ENGINE);
      assertThrows(LinkException.class, () -> Deployment.of(component, empty));
    }
    assertThrows(
        CompilationException.class,
        () ->
            Deployment.builder(
                    Counter.ENGINE,
                    Source.of("damaged", new byte[] {0, 'a', 's', 'm'}),
                    component -> Ready.of(Counter.prepare(component)))
                .start());
  }

  @Test
  void aBuilderStartsOneDeployment() {
    DeploymentBuilder<Counter> builder = Counter.builder(1);
    try (Deployment<Counter> deployment = builder.start()) {
      var again = assertThrows(IllegalStateException.class, builder::start);
      assertTrue(again.getMessage().contains("make another one"), again.getMessage());
      assertEquals(1, served(deployment));
    }
    for (Executable wrong :
        List.<Executable>of(
            () -> Counter.builder(1).keep(-1),
            () -> Counter.builder(1).progressEvery(Duration.ZERO))) {
      assertThrows(IllegalArgumentException.class, wrong);
    }
  }

  @Test
  void eventsSayWhatHappensInOrder() {
    var heard = new Heard();
    try (Deployment<Counter> deployment =
        Counter.builder(1).name("counters").keep(0).onEvent(heard).start()) {
      deployment.upgrade(Counter.source(2));
    }
    List<String> names =
        heard.until(DeploymentEvent.Closed.class).stream()
            .filter(event -> !(event instanceof DeploymentEvent.Compiling))
            .map(event -> event.getClass().getSimpleName())
            .toList();
    assertEquals(
        List.of(
            "Started",
            "UpgradeStarted",
            "Compiled",
            "Linked",
            "Healthy",
            "Switched",
            "Released",
            "Closed"),
        names);
    assertEquals(new Released("counters", version(2, "counter-2"), 1), heard.next(Released.class));
    assertEquals(
        "counters: version 1 (component) serves",
        new Started("counters", version(1, "component")).message());
  }
}
