package dev.switchblade.app.deploy;

import static dev.switchblade.app.deploy.PartPolicy.LINKED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deployments of parts that are plugged into each other: the same by each policy. */
final class WiredPartsTest {

  private static List<Integer> served(Deployment<Pair> deployment) {
    try (Pair pair = deployment.instance()) {
      return List.of(pair.front(), pair.back());
    }
  }

  private static void assertAllIsReleased(Deployment<?> deployment) {
    assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
    assertEquals(List.of(), deployment.status().uses());
  }

  @ParameterizedTest
  @EnumSource
  void onePartIsUpgradedAndTheOthersStay(PartPolicy policy) {
    try (Deployment<Pair> deployment = Pair.builder(policy).start()) {
      assertEquals(List.of(1, 1), served(deployment));
      assertEquals(new Version(2, "back"), deployment.upgrade("back", Pair.newBack(7)));
      assertEquals(List.of(1, 7), served(deployment));
      deployment.upgrade("front", Pair.newFront(5));
      assertEquals(List.of(5, 7), served(deployment));
      deployment.rollback();
      assertEquals(List.of(1, 7), served(deployment));
      // With what serves, not with what was taken back.
      deployment.upgrade("back", Pair.newBack(8));
      assertEquals(List.of(1, 8), served(deployment));
      deployment.upgradeParts(Pair.parts(9));
      assertEquals(List.of(9, 9), served(deployment));
      assertAllIsReleased(deployment);
    }
  }

  @ParameterizedTest
  @EnumSource
  void instancesThatAreOpenStayWhatTheyAre(PartPolicy policy) {
    try (Deployment<Pair> deployment = Pair.builder(policy).keep(0).start()) {
      try (Pair open = deployment.instance()) {
        assertEquals(1, open.next());
        deployment.upgrade("back", Pair.newBack(2));
        deployment.upgrade("front", Pair.newFront(3));
        assertEquals(2, open.next());
        assertEquals(1, open.back());
        assertEquals(1, open.front());
        assertEquals(
            List.of(1, 3),
            deployment.status().uses().stream().map(use -> use.version().number()).toList());
      }
      assertEquals(List.of(3, 2), served(deployment));
      assertEquals(1, deployment.status().uses().size());
      assertAllIsReleased(deployment);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sessionsGoAlong(PartPolicy policy) {
    try (Deployment<Pair> deployment =
        Pair.builder(policy).handOver(HandOver.of(Pair::save, Pair::restore)).start()) {
      try (Session<Pair> session = deployment.session(StoreConfig.defaults())) {
        assertEquals(1, session.call(Pair::next));
        deployment.upgrade("back", Pair.newBack(2));
        assertEquals(2, session.call(Pair::next));
        assertEquals(2, session.call(Pair::back));
        deployment.upgrade("front", Pair.newFront(2));
        assertEquals(3, session.call(Pair::next));
        assertEquals(2, session.call(Pair::front));
        deployment.rollback();
        assertEquals(4, session.call(Pair::next));
        assertEquals(1, session.call(Pair::front));
      }
      assertAllIsReleased(deployment);
    }
  }

  /** A version that is of a piece takes its turn, and the parts are there when it is over. */
  @ParameterizedTest
  @EnumSource
  void whatIsOfAPieceIsAVersionToo(PartPolicy policy) {
    Source whole = engine -> Pair.WIRING.compose(engine, Pair.parts(3)).compile();
    try (Deployment<Pair> deployment = Pair.builder(policy).start()) {
      try (Canary canary = deployment.canary(whole, CanaryPolicy.share(1))) {
        assertEquals(List.of(3, 3), served(deployment));
        canary.abort();
      }
      deployment.upgrade("back", Pair.newBack(2));
      assertEquals(List.of(1, 2), served(deployment));
      try (Canary canary = deployment.canary(whole, CanaryPolicy.share(1))) {
        canary.promote();
      }
      byte[] next = Pair.newBack(4);
      assertThrows(IllegalStateException.class, () -> deployment.upgrade("back", next));
      deployment.rollback();
      deployment.upgrade("front", Pair.newFront(4));
      assertEquals(List.of(4, 2), served(deployment));
      assertAllIsReleased(deployment);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutGeneratedCode(PartPolicy policy) {
    try (Deployment<OpenInstance> deployment =
        Deployment.builder(new Linker(Counter.ENGINE), "pairs", Pair.parts(1), Pair.WIRING, policy)
            .start()) {
      deployment.upgrade("back", Pair.newBack(2));
      try (OpenInstance instance = deployment.instance()) {
        assertEquals(2, instance.func("back").call());
        assertEquals(1, instance.func("next").call());
      }
      byte[] lacking =
          Pair.frontText(2, "")
              .replace("(export \"next\") (result u32)", "(export \"on\") (result u32)")
              .getBytes(UTF_8);
      var refused =
          assertThrows(UpgradeException.class, () -> deployment.upgrade("front", lacking));
      assertEquals(UpgradeException.Reason.NOT_LINKED, refused.reason());
      assertEquals("next", refused.problems().getFirst().subject());
      // Also where the next one is of a piece.
      var whole =
          assertThrows(
              UpgradeException.class,
              () -> deployment.upgrade(Source.of("front", Pair.side("other"))));
      assertEquals(UpgradeException.Reason.NOT_LINKED, whole.reason());
      assertTrue(
          whole.problems().stream().anyMatch(problem -> problem.subject().equals("next")),
          whole.getMessage());
      assertAllIsReleased(deployment);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrapNamesThePart(PartPolicy policy) {
    try (Deployment<OpenInstance> deployment =
            Deployment.builder(
                    new Linker(Counter.ENGINE), "pairs", Pair.parts(1), Pair.WIRING, policy)
                .start();
        OpenInstance instance = deployment.instance();
        OpenInstance other = deployment.instance()) {
      var trap = assertThrows(TrapException.class, () -> instance.func("fail").call());
      assertTrue(Objects.requireNonNull(trap.getMessage()).contains("back"), trap.getMessage());
      assertEquals(1, other.func("back").call());
    }
  }

  // ---- what is plugged into what

  private static int back(Deployment<OpenInstance> deployment) {
    try (OpenInstance instance = deployment.instance()) {
      return (int) Objects.requireNonNull(instance.func("back").call());
    }
  }

  private static Map<String, byte[]> withFilter() {
    Map<String, byte[]> parts = new LinkedHashMap<>(Pair.parts(1));
    parts.put("filter", Pair.filter());
    return parts;
  }

  @ParameterizedTest
  @EnumSource
  void aPartStandsBetweenOthers(PartPolicy policy) {
    Wiring wiring = Wiring.export("front").plug("filter", "front").plug("back", "filter");
    try (Deployment<OpenInstance> deployment =
        Deployment.builder(new Linker(Counter.ENGINE), "pairs", withFilter(), wiring, policy)
            .start()) {
      assertEquals(101, back(deployment));
      deployment.upgrade("back", Pair.newBack(5));
      assertEquals(105, back(deployment));
      assertAllIsReleased(deployment);
    }
  }

  /** What a part is plugged in for is never the host's, though the host has it for the part. */
  @ParameterizedTest
  @EnumSource
  void aPartStandsBetweenAnotherOneAndTheHost(PartPolicy policy) {
    Map<String, byte[]> parts = withFilter();
    parts.remove("back");
    var host = new Linker(Counter.ENGINE);
    host.instance("acme:pair/back@1.0.1").func("version", _ -> 7).func("next", _ -> 8);
    host.instance("acme:pair/back@1.0.1").func("set", _ -> null).func("fail", _ -> null);
    for (Wiring wiring :
        List.of(
            Wiring.export("front").plug("filter", "front"),
            Wiring.export("front").plug("filter", "acme:pair/back", "front"),
            Wiring.export("front").plug("filter", Pair.BACK, "front"))) {
      try (Deployment<OpenInstance> deployment =
          Deployment.builder(host, "pairs", parts, wiring, policy).start()) {
        assertEquals(107, back(deployment));
        deployment.upgrade("filter", Pair.filter());
        assertEquals(107, back(deployment));
        assertAllIsReleased(deployment);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTwoPartsNeedIsOneInstance(PartPolicy policy) {
    Map<String, byte[]> parts = Pair.diamond();
    try (Deployment<OpenInstance> deployment =
        Deployment.builder(new Linker(Counter.ENGINE), "diamonds", parts, Pair.DIAMOND, policy)
            .start()) {
      for (String part : new String[] {"back", "left", "top"}) {
        deployment.upgrade(part, parts.get(part));
        try (OpenInstance instance = deployment.instance()) {
          assertEquals(1, instance.func("left").call());
          assertEquals(2, instance.func("right").call());
          assertEquals(3, instance.func("left").call());
        }
      }
      assertAllIsReleased(deployment);
    }
  }

  /** What is defined in the host's linker later on is nobody's. */
  @ParameterizedTest
  @EnumSource
  void theHostIsAsItWas(PartPolicy policy) {
    var host = new Linker(Counter.ENGINE);
    try (Deployment<Pair> deployment =
        Pair.builder(policy, host, Pair.parts(1), Pair.WIRING).start()) {
      host.root().func("late", _ -> null);
      byte[] importing =
          Pair.frontText(2, "")
              .replaceFirst("\\(component", "(component (import \"late\" (func))")
              .getBytes(UTF_8);
      var refused =
          assertThrows(UpgradeException.class, () -> deployment.upgrade("front", importing));
      assertEquals(UpgradeException.Reason.NOT_LINKED, refused.reason());
      assertEquals("late", refused.problems().getFirst().subject());
    }
  }

  // ---- what is compiled, and for how long

  private static CompiledParts compiled(Deployment<Pair> deployment) {
    LiveVersion<Pair> current = Objects.requireNonNull(deployment.current());
    return assertInstanceOf(LinkedParts.class, current.ready()).parts();
  }

  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

  private static void assertClosed(Component component) {
    assertThrows(ClosedException.class, () -> component.serialize(KEY));
  }

  private static void assertOpen(Component component) {
    assertTrue(component.serialize(KEY).length > 0);
  }

  @Test
  void linkedPartsAreCompiledOnceAndKeptAsLongAsTheyAreNeeded() {
    Component front;
    try (Deployment<Pair> deployment = Pair.builder(LINKED).keep(1).start()) {
      CompiledParts first = compiled(deployment);
      deployment.upgrade("back", Pair.newBack(2));
      CompiledParts second = compiled(deployment);
      assertSame(first.get("front"), second.get("front"));
      assertNotSame(first.get("back"), second.get("back"));
      front = first.get("front").component();
      assertOpen(second.get("back").component());
      deployment.rollback();
      // The one that was taken back is gone.
      assertClosed(second.get("back").component());
      assertSame(first, compiled(deployment));
      Pair open = deployment.instance();
      deployment.upgrade("back", Pair.newBack(3));
      deployment.upgrade("back", Pair.newBack(4));
      // Nothing is made of the first version, but of its instance.
      CompiledPart old = first.get("back");
      assertOpen(old.component());
      assertEquals(1, open.back());
      open.close();
      assertClosed(old.component());
      // The same bytes are the same part.
      CompiledPart current = compiled(deployment).get("back");
      deployment.upgrade("back", Pair.newBack(4));
      assertSame(current, compiled(deployment).get("back"));
      assertSame(first.get("front"), compiled(deployment).get("front"));
      deployment.closeWithin(Duration.ofMinutes(1));
      assertClosed(current.component());
    }
    assertClosed(front);
  }

  @Test
  void whatIsRefusedIsClosed() {
    try (Deployment<Pair> deployment = Pair.builder(LINKED).start()) {
      CompiledParts before = compiled(deployment);
      byte[] traps = Pair.backText(2, "unreachable").getBytes(UTF_8);
      assertThrows(UpgradeException.class, () -> deployment.upgrade("back", traps));
      byte[] differs = Pair.backText(2, "").replace("\"next\"", "\"on\"").getBytes(UTF_8);
      assertThrows(UpgradeException.class, () -> deployment.upgrade("back", differs));
      assertSame(before, compiled(deployment));
      assertEquals(List.of(1, 1), served(deployment));
      Component front = before.get("front").component();
      assertAllIsReleased(deployment);
      // Each refused version has given back its share.
      assertClosed(front);
    }
  }

  @Test
  void enginesWithConcurrencySupportSaySo() {
    try (Engine engine = Engine.builder().concurrency(true).build()) {
      var builder = Pair.builder(LINKED, new Linker(engine), Pair.parts(1), Pair.WIRING);
      var refused = assertThrows(UnsupportedOperationException.class, builder::start);
      assertTrue(Objects.requireNonNull(refused.getMessage()).contains("concurrency"));
    }
  }
}
