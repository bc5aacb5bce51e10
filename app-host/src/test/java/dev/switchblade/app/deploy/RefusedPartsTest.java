package dev.switchblade.app.deploy;

import static dev.switchblade.app.deploy.PartPolicy.COMPOSED;
import static dev.switchblade.app.deploy.PartPolicy.LINKED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.CompositionException;
import dev.switchblade.LinkException;
import dev.switchblade.LinkException.Kind;
import dev.switchblade.Linker;
import dev.switchblade.TrapException;
import dev.switchblade.app.deploy.UpgradeException.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with a part, the parts that serve go on serving. */
final class RefusedPartsTest {

  private static void assertSays(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "`" + part + "` in: " + message);
    }
  }

  private static UpgradeException refused(
      Deployment<Pair> deployment, Reason reason, String part, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade(part, bytes));
    assertEquals(reason, refused.reason(), refused.getMessage());
    assertServes(deployment, 1);
    assertEquals(1, deployment.status().uses().size());
    return refused;
  }

  private static void assertServes(Deployment<Pair> deployment, int version) {
    try (Pair pair = deployment.instance()) {
      assertEquals(List.of(version, version), List.of(pair.front(), pair.back()));
    }
  }

  private static void assertGoesOn(Deployment<Pair> deployment) {
    deployment.upgradeParts(Pair.parts(9));
    assertServes(deployment, 9);
    assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
  }

  // ---- parts that don't fit

  @Test
  void aPartThatLacksTheExport() {
    String other = Pair.backText(2, "").replace("acme:pair/back@1.0.0", "acme:pair/back@2.0.0");
    try (Deployment<Pair> deployment = Pair.builder(LINKED).start()) {
      var refused = refused(deployment, Reason.NOT_LINKED, "back", other);
      assertSays(
          refused.getMessage(),
          "pairs: version 2 (back) is refused: it doesn't fit; version 1 (pairs) goes on serving.",
          "nothing matches the plug back into front",
          "front imports acme:pair/back@1.0.0, and back, which is plugged into it, exports"
              + " acme:pair/back@2.0.0");
      LinkException.Problem problem = refused.problems().getFirst();
      assertEquals(Kind.MISSING_IMPORT, problem.kind());
      assertEquals(Pair.BACK, problem.subject());
      assertSays(
          problem.description(),
          "front imports acme:pair/back@1.0.0, and back, which is plugged into it, exports");
      assertGoesOn(deployment);
    }
    try (Deployment<Pair> deployment = Pair.builder(COMPOSED).start()) {
      var refused = refused(deployment, Reason.NOT_COMPILED, "back", other);
      assertInstanceOf(CompositionException.class, refused.getCause());
      assertSays(refused.getMessage(), "front", "back", "acme:pair/back@2.0.0");
      assertGoesOn(deployment);
    }
  }

  @Test
  void aPartThatLacksOneFunction() {
    String lacking = Pair.backText(2, "").replace("(export \"next\" (func $next))", "");
    try (Deployment<Pair> deployment = Pair.builder(LINKED).start()) {
      var refused = refused(deployment, Reason.NOT_LINKED, "back", lacking);
      assertSays(
          refused.getMessage(),
          "front imports " + Pair.BACK + ", of which back, which is plugged in there, doesn't");
      LinkException.Problem problem = refused.problems().getFirst();
      assertEquals(Pair.BACK + "#next", problem.subject());
      assertSays(problem.description(), "front imports it, and back is plugged in there: missing");
      assertGoesOn(deployment);
    }
    try (Deployment<Pair> deployment = Pair.builder(COMPOSED).start()) {
      refused(deployment, Reason.NOT_COMPILED, "back", lacking);
      assertGoesOn(deployment);
    }
  }

  @Test
  void aPartWhoseTypesDiffer() {
    String differs =
        Pair.backText(2, "")
            .replace("(func $set (param \"to\" u32)", "(func $set (param \"by\" u32)");
    try (Deployment<Pair> deployment = Pair.builder(LINKED).start()) {
      var refused = refused(deployment, Reason.NOT_LINKED, "back", differs);
      assertSays(
          refused.getMessage(),
          "imported: func(to: u32)",
          "exported: func(by: u32)",
          "front imports functions with other types than those that back, which is plugged in");
      LinkException.Problem problem = refused.problems().getFirst();
      assertEquals(Kind.DIFFERENT_IMPORT, problem.kind());
      assertEquals(Pair.BACK + "#set", problem.subject());
      assertSays(problem.description(), "front imports it, and back is plugged in there: param");
      assertGoesOn(deployment);
    }
  }

  @Test
  void aPartThatImportsNothing() {
    try (Deployment<Pair> deployment = Pair.builder(LINKED).start()) {
      var refused = refused(deployment, Reason.NOT_LINKED, "front", Counter.text(2));
      assertSays(refused.getMessage(), "nothing matches the plug back into front");
      assertSays(
          refused.problems().getFirst().description(), "front imports clock", "back", Pair.BACK);
      assertGoesOn(deployment);
    }
    try (Deployment<Pair> deployment = Pair.builder(COMPOSED).start()) {
      refused(deployment, Reason.NOT_COMPILED, "front", Counter.text(2));
      assertGoesOn(deployment);
    }
  }

  /** It would be served by the host otherwise, and nobody would see that it isn't asked. */
  @Test
  void aFilterThatFiltersNothing() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("front", Pair.newFront(1));
    parts.put("filter", Pair.filter());
    var host = new Linker(Counter.ENGINE);
    host.instance(Pair.BACK).func("version", _ -> 7).func("next", _ -> 8);
    host.instance(Pair.BACK).func("set", _ -> null).func("fail", _ -> null);
    byte[] other = Pair.side("other");
    try (Deployment<Pair> deployment =
        Pair.builder(LINKED, host, parts, Wiring.export("front").plug("filter", "front")).start()) {
      var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade("filter", other));
      assertEquals(Reason.NOT_LINKED, refused.reason());
      assertSays(refused.getMessage(), "nothing matches the plug filter into front");
    }
  }

  @Test
  void twoPartsThatExportTheSame() {
    Map<String, byte[]> parts = Pair.parts(1);
    parts.put("other", Pair.side("other"));
    byte[] same = Pair.newBack(2);
    Wiring wiring =
        Wiring.export("front").plug("back", "front").plug("back", "other").plug("other", "front");
    var builder = Pair.builder(LINKED, new Linker(Counter.ENGINE), parts, wiring);
    assertSays(
        String.valueOf(assertThrows(LinkException.class, builder::start).getMessage()),
        "nothing matches the plug other into front");
    parts.put("other", same);
    var both =
        Pair.builder(
            LINKED,
            new Linker(Counter.ENGINE),
            parts,
            Wiring.export("front").plug("back", "front").plug("other", "front"));
    var ambiguous = assertThrows(LinkException.class, both::start);
    assertEquals(Kind.AMBIGUOUS_IMPORT, ambiguous.problems().getFirst().kind());
    assertSays(
        String.valueOf(ambiguous.getMessage()),
        "both back and other, which are plugged into front",
        "plug(\"back\", \"" + Pair.BACK + "\", \"front\")");
  }

  @Test
  void whatIsWrongInSeveralPlacesIsToldTogether() {
    Map<String, byte[]> parts = Pair.diamond();
    byte[] lacking =
        Pair.backText(2, "").replace("(export \"next\" (func $next))", "").getBytes(UTF_8);
    try (Deployment<OpenInstance> deployment =
        Deployment.builder(new Linker(Counter.ENGINE), "diamonds", parts, Pair.DIAMOND, LINKED)
            .start()) {
      var refused = assertThrows(UpgradeException.class, () -> deployment.upgrade("back", lacking));
      assertEquals(
          List.of("left", "right"),
          refused.problems().stream()
              .map(LinkException.Problem::description)
              .filter(said -> said.contains(" imports it, and back is plugged in there: missing"))
              .map(said -> said.substring(0, said.indexOf(' ')))
              .toList());
      assertEquals(2, refused.problems().size());
    }
  }

  // ---- parts that are none

  @ParameterizedTest
  @EnumSource
  void whatIsNoComponent(PartPolicy policy) {
    try (Deployment<Pair> deployment = Pair.builder(policy).start()) {
      var refused = refused(deployment, Reason.NOT_COMPILED, "back", "(component");
      assertSays(refused.getMessage(), "back");
      refused(deployment, Reason.NOT_COMPILED, "back", "(module)");
      refused(deployment, Reason.NOT_COMPILED, "back", "");
      if (policy == LINKED) {
        var why = assertInstanceOf(CompilationException.class, refused.getCause());
        assertSays(String.valueOf(why.getMessage()), "back");
      }
      assertGoesOn(deployment);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPartThatTrapsWhenItIsInstantiated(PartPolicy policy) {
    try (Deployment<Pair> deployment = Pair.builder(policy).start()) {
      for (String part : new String[] {"back", "front"}) {
        String traps =
            part.equals("back")
                ? Pair.backText(2, "unreachable")
                : Pair.frontText(2, "unreachable");
        var refused = refused(deployment, Reason.UNHEALTHY, part, traps);
        assertInstanceOf(TrapException.class, refused.getCause());
        assertSays(refused.getMessage(), part);
      }
      assertGoesOn(deployment);
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsThatAreNotThere(PartPolicy policy) {
    try (Deployment<Pair> deployment = Pair.builder(policy).start()) {
      byte[] next = Pair.newBack(2);
      var unknown =
          assertThrows(IllegalArgumentException.class, () -> deployment.upgrade("third", next));
      assertEquals("pairs has no part third; it has front, back", unknown.getMessage());
      assertGoesOn(deployment);
    }
  }

  // ---- the end comes in between

  @ParameterizedTest
  @EnumSource
  void aDeploymentThatIsClosedMeanwhile(PartPolicy policy) throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var first = new AtomicBoolean(true);
    try (Deployment<Pair> deployment =
        Deployment.<Pair>builder(
                new Linker(Counter.ENGINE),
                "pairs",
                Pair.parts(1),
                Pair.WIRING,
                policy,
                (component, linker) -> {
                  if (!first.getAndSet(false)) {
                    begun.countDown();
                    awaitAnyway(goOn);
                  }
                  return Ready.of(Pair.prepare(component, linker));
                })
            .start()) {
      var upgrade =
          CompletableFuture.supplyAsync(() -> deployment.upgrade("back", Pair.newBack(2)));
      begun.await();
      // While it is being linked, the parts that it takes over are released.
      assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
      goOn.countDown();
      var failed = assertThrows(ExecutionException.class, upgrade::get);
      var why = assertInstanceOf(UpgradeException.class, failed.getCause());
      assertEquals(Reason.CLOSED, why.reason());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUpgradeThatIsRolledBackMeanwhile(PartPolicy policy) throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (Deployment<Pair> deployment =
        Pair.builder(policy)
            .keep(1)
            .check(
                pair -> {
                  if (pair.back() == 3) {
                    begun.countDown();
                    awaitAnyway(goOn);
                  }
                })
            .start()) {
      deployment.upgrade("back", Pair.newBack(2));
      var upgrade =
          CompletableFuture.supplyAsync(() -> deployment.upgrade("back", Pair.newBack(3)));
      begun.await();
      deployment.rollback();
      assertServes(deployment, 1);
      goOn.countDown();
      var failed = assertThrows(ExecutionException.class, upgrade::get);
      var why = assertInstanceOf(UpgradeException.class, failed.getCause());
      assertEquals(Reason.CANCELLED, why.reason());
      assertServes(deployment, 1);
      assertGoesOn(deployment);
    }
  }

  /** Upgrades that are given up are interrupted; this is one that isn't done yet all the same. */
  private static void awaitAnyway(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- what would be passed by

  private static byte[] component(String text) {
    return ("(component " + text + ")").getBytes(UTF_8);
  }

  private static LinkException notLinked(Wiring wiring, String front, String back) {
    var builder =
        Deployment.builder(
            new Linker(Counter.ENGINE),
            "logs",
            Map.of("front", component(front), "back", component(back)),
            wiring,
            LINKED);
    return assertThrows(LinkException.class, builder::start);
  }

  private static final String LOGGERS =
      """
      (import "acme:log/logger@1.0.0" (instance (export "log" (func))))
      (import "acme:log/logger@2.0.0" (instance (export "log" (func))))
      """;

  private static String logger(String version) {
    return """
    (core module $m (func (export "log")))
    (core instance $m (instantiate $m))
    (func $log (canon lift (core func $m "log")))
    (instance $i (export "log" (func $log)))
    (export "acme:log/logger@%s" (instance $i))
    """
        .formatted(version);
  }

  @Test
  void aNameThatCanMeanSeveralThings() {
    Wiring wiring = Wiring.export("front").plug("back", "acme:log/logger", "front");
    assertSays(
        String.valueOf(notLinked(wiring, LOGGERS, logger("1.0.0")).getMessage()),
        "back into front can mean several things",
        "acme:log/logger@1.0.0, acme:log/logger@2.0.0");
    Wiring other = Wiring.export("front").plug("back", "acme:log/logger@2.0.0", "front");
    assertSays(
        String.valueOf(notLinked(other, LOGGERS, logger("1.0.0")).getMessage()),
        "nothing matches the plug acme:log/logger@2.0.0 of back into front");
  }

  @Test
  void aFunctionByItselfBringsNothingElseAlong() {
    String front =
        """
        (import "f" (func))
        (import "acme:log/logger@1.0.0" (instance (export "log" (func))))
        """;
    String back = logger("1.0.0") + "(export \"f\" (func $log))";
    LinkException refused =
        notLinked(Wiring.export("front").plug("back", "f", "front"), front, back);
    assertSays(
        String.valueOf(refused.getMessage()),
        "back is plugged in for f, outside of an interface, and exports acme:log/logger@1.0.0",
        "plug(\"back\", \"acme:log/logger@1.0.0\", \"front\")");
    assertEquals("acme:log/logger@1.0.0", refused.problems().getFirst().subject());
    try (var deployment =
        Deployment.builder(
                new Linker(Counter.ENGINE),
                "logs",
                Map.of("front", component(front), "back", component(back)),
                Wiring.export("front").plug("back", "front"),
                LINKED)
            .start()) {
      assertEquals(1, deployment.version().number());
    }
  }
}
