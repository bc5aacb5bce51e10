package dev.switchblade.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Deployments of parts, which are upgraded one by one. */
final class PartsTest {

  private static final String TEXT = Counter.text(1);
  private static final int MIDDLE = TEXT.indexOf("(core module $other");

  /** The text of a component in two parts, which are joined in their order. */
  private static final Assembly JOINED = PartsTest::joined;

  private static Component joined(Engine engine, Map<String, byte[]> parts) {
    var text = new StringBuilder();
    parts.values().forEach(part -> text.append(new String(part, UTF_8)));
    return engine.compileText(text.toString());
  }

  private static byte[] first(int version) {
    return TEXT.substring(0, MIDDLE)
        .replace(
            "(i32.const 1))\n    (func (export \"next\")",
            "(i32.const " + version + "))\n    (func (export \"next\")")
        .getBytes(UTF_8);
  }

  private static byte[] second(int version) {
    return TEXT.substring(MIDDLE)
        .replace("(i32.const 1)", "(i32.const " + version + ")")
        .getBytes(UTF_8);
  }

  private static Deployment<Counter> deployed(Assembly assembly) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("first", first(1));
    parts.put("second", second(1));
    return Deployment.builder(
            Counter.ENGINE,
            "counters",
            parts,
            assembly,
            component -> Ready.of(Counter.prepare(component)))
        .start();
  }

  private static List<Integer> served(Deployment<Counter> deployment) {
    try (Counter counter = deployment.instance()) {
      return List.of(counter.version(), counter.same());
    }
  }

  @Test
  void onePartIsUpgradedAndTheOthersStay() {
    try (Deployment<Counter> deployment = deployed(JOINED)) {
      assertEquals(List.of(1, 1), served(deployment));
      assertEquals(new Version(2, "second"), deployment.upgrade("second", second(7)));
      assertEquals(List.of(1, 7), served(deployment));
      deployment.upgrade("first", first(5));
      assertEquals(List.of(5, 7), served(deployment));
      assertEquals("second", deployment.rollback().name());
      assertEquals(List.of(1, 7), served(deployment));
      // With what serves, not with what was taken back.
      deployment.upgrade("second", second(8));
      assertEquals(List.of(1, 8), served(deployment));
    }
  }

  @Test
  void severalPartsAreOneVersion() {
    try (Deployment<Counter> deployment = deployed(JOINED)) {
      Map<String, byte[]> both = new LinkedHashMap<>();
      both.put("second", second(7));
      both.put("first", first(5));
      assertEquals(new Version(2, "second, first"), deployment.upgradeParts(both));
      assertEquals(List.of(5, 7), served(deployment));
    }
  }

  @Test
  void partsAreCopied() {
    byte[] next = second(7);
    try (Deployment<Counter> deployment = deployed(JOINED)) {
      deployment.upgrade("second", next);
      next[0] = 0;
      deployment.upgrade("first", first(5));
      assertEquals(List.of(5, 7), served(deployment));
    }
  }

  @Test
  void partsThatDoNotFitTogetherAreRefused() {
    var complaint = new IllegalArgumentException("first imports what second doesn't export");
    Assembly picky =
        (engine, parts) -> {
          if (parts.get("second").length == 0) {
            throw complaint;
          }
          return joined(engine, parts);
        };
    try (Deployment<Counter> deployment = deployed(picky)) {
      var refused =
          assertThrows(UpgradeException.class, () -> deployment.upgrade("second", new byte[0]));
      assertEquals(Reason.NOT_COMPILED, refused.reason());
      assertSame(complaint, refused.getCause());
      assertTrue(
          refused.getMessage().startsWith("counters: version 2 (second) is refused"),
          refused.getMessage());
      assertEquals(List.of(1, 1), served(deployment));
      deployment.upgrade("first", first(5));
      assertEquals(List.of(5, 1), served(deployment));
    }
  }

  @Test
  void partsThatAreNotThereAreNamed() {
    try (Deployment<Counter> deployment = deployed(JOINED)) {
      var unknown =
          assertThrows(
              IllegalArgumentException.class, () -> deployment.upgrade("third", second(7)));
      assertEquals("counters has no part third; it has first, second", unknown.getMessage());
      assertEquals(List.of(1, 1), served(deployment));
      deployment.upgrade("first", first(2));
    }
  }

  @Test
  void whatIsOfAPieceHasNoParts() {
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      var none =
          assertThrows(IllegalStateException.class, () -> deployment.upgrade("auth", second(7)));
      assertEquals(
          "component isn't made of parts: version 1 (component) is of a piece", none.getMessage());
    }
    try (Deployment<Counter> deployment = deployed(JOINED)) {
      deployment.upgrade(Counter.source(3));
      assertThrows(IllegalStateException.class, () -> deployment.upgrade("first", first(7)));
      deployment.rollback();
      deployment.upgrade("first", first(7));
      assertEquals(List.of(7, 1), served(deployment));
    }
  }

  @Test
  void withoutPartsThereIsNothingToAssemble() {
    var none =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Deployment.builder(
                    Counter.ENGINE,
                    "counters",
                    Map.of(),
                    JOINED,
                    component -> Ready.of(Counter.prepare(component))));
    assertEquals("counters has no parts: at least one is needed", none.getMessage());
  }

  /** A part that is switched while another one is being compiled would be lost. */
  @Test
  void onePartAfterTheOther() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Assembly slow =
        (engine, parts) -> {
          if (new String(parts.get("second"), UTF_8).contains("(i32.const 7)")) {
            begun.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          return joined(engine, parts);
        };
    try (Deployment<Counter> deployment = deployed(slow)) {
      var upgrade = CompletableFuture.supplyAsync(() -> deployment.upgrade("second", second(7)));
      begun.await();
      var refused =
          assertThrows(UpgradeException.class, () -> deployment.upgrade("first", first(5)));
      assertEquals(Reason.IN_PROGRESS, refused.reason());
      goOn.countDown();
      upgrade.get();
      deployment.upgrade("first", first(5));
      assertEquals(List.of(5, 7), served(deployment));
    }
  }
}
