package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Where versions come from. */
final class SourceTest {

  private static final SecretKey KEY =
      new SecretKeySpec("a key of the tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

  private static int served(Deployment<Counter> deployment) {
    try (Counter counter = deployment.instance()) {
      return counter.version();
    }
  }

  @Test
  void anArtifactNeedsNoCompiler() {
    byte[] artifact;
    try (Component component = Counter.compiled(2)) {
      artifact = component.serialize(KEY);
    }
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      Source source = Source.ofArtifact("counter-2.artifact", artifact, KEY);
      artifact[artifact.length - 1]++;
      assertEquals("counter-2.artifact", deployment.upgrade(source).name());
      assertEquals(2, served(deployment));
      var refused =
          assertThrows(
              UpgradeException.class,
              () -> deployment.upgrade(Source.ofArtifact("changed", artifact, KEY)));
      assertEquals(Reason.NOT_COMPILED, refused.reason());
      var why = assertInstanceOf(CompilationException.class, refused.getCause());
      assertEquals(CompilationException.Reason.UNFIT_ARTIFACT, why.reason());
      assertEquals(2, served(deployment));
    }
  }

  /** Another engine may compile: with one thread, or sooner and for slower code. */
  @Test
  void anotherEngineMayCompile() {
    try (Engine compiler =
            Engine.builder()
                .parallelCompilation(false)
                .optimization(Engine.OptimizationLevel.NONE)
                .build();
        Deployment<Counter> deployment = Counter.deployed(1)) {
      Version soon = deployment.upgrade(Counter.source(2).compiledBy(compiler));
      assertEquals(new Version(2, "counter-2"), soon);
      assertEquals(2, served(deployment));
      assertEquals(new Version(3, "counter-2"), deployment.upgrade(Counter.source(2)));
      assertEquals(2, served(deployment));
    }
  }

  /** Machine code is made for memories of one size, which a pool says. */
  @Test
  void aPoolsMemoriesMustBeOfTheSameSize() {
    var pool = Engine.Pooling.of(20).withMemoryBytes(1 << 20);
    try (Engine engine = Engine.builder().pooling(pool).build();
        Engine same =
            Engine.builder().pooling(Engine.Pooling.of(1).withMemoryBytes(1 << 20)).build();
        Deployment<Counter> deployment =
            Deployment.builder(
                    engine, Counter.source(1), component -> Ready.of(Counter.prepare(component)))
                .start()) {
      deployment.upgrade(Counter.source(2).compiledBy(same));
      assertEquals(2, served(deployment));
      var refused =
          assertThrows(
              UpgradeException.class,
              () -> deployment.upgrade(Counter.source(3).compiledBy(Counter.ENGINE)));
      assertEquals(Reason.NOT_COMPILED, refused.reason());
      assertEquals(2, served(deployment));
    }
  }

  @Test
  void anEngineWithOtherSettingsIsRefused() {
    try (Engine compiler = Engine.builder().fuel(true).build();
        Deployment<Counter> deployment = Counter.deployed(1)) {
      var refused =
          assertThrows(
              UpgradeException.class,
              () -> deployment.upgrade(Counter.source(2).compiledBy(compiler)));
      assertEquals(Reason.NOT_COMPILED, refused.reason());
      assertEquals(1, served(deployment));
    }
  }

  @Test
  void bytesAreCopied() {
    byte[] bytes = Counter.bytes(2);
    Source source = Source.of("counter-2", bytes);
    bytes[0] = 0;
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      deployment.upgrade(source);
      assertEquals(2, served(deployment));
    }
  }

  /** Where the component says by which engine it is linked, an instance is of either. */
  @Test
  void versionsMayBeOfDifferentEngines() {
    try (Engine other = Engine.builder().fuel(true).build();
        Deployment<Counter> deployment =
            Deployment.builder(
                    Counter.ENGINE,
                    Counter.source(1),
                    component -> Ready.of(Counter.prepare(component)))
                .start()) {
      deployment.upgrade(_ -> other.compile(Counter.bytes(2)));
      assertEquals(2, served(deployment));
      deployment.rollback();
      assertEquals(1, served(deployment));
    }
  }
}
