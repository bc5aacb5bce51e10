package dev.switchblade.app.deploy;

import static dev.switchblade.app.deploy.Traffic.SWITCHES;
import static dev.switchblade.app.deploy.Traffic.THREADS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Engine;
import dev.switchblade.Linker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts switch while threads call without a pause. */
final class SwitchingPartsTest {

  private static List<Integer> served(Deployment<Pair> deployment) {
    try (Pair pair = deployment.instance()) {
      List<Integer> versions = List.of(pair.front(), pair.back());
      assertEquals(1, pair.next());
      assertEquals(2, pair.next());
      assertEquals(versions, List.of(pair.front(), pair.back()));
      return versions;
    }
  }

  /** Sees a front that is as old as its back, or one version older: never the other way round. */
  private static final class Observer implements Callable<Integer> {
    private final Deployment<Pair> deployment;
    private final ThreadLocal<Integer> newest = ThreadLocal.withInitial(() -> 0);

    Observer(Deployment<Pair> deployment) {
      this.deployment = deployment;
    }

    @Override
    public Integer call() {
      List<Integer> versions = served(deployment);
      int front = versions.getFirst();
      int back = versions.getLast();
      assertTrue(back == front || back == front + 1, versions::toString);
      int both = front + back;
      assertTrue(both >= newest.get(), () -> versions + " after " + newest.get());
      newest.set(both);
      return both;
    }
  }

  @ParameterizedTest
  @CsvSource({"COMPOSED, false", "COMPOSED, true", "LINKED, false", "LINKED, true"})
  void noCallFailsAndNoneSeesAMix(PartPolicy policy, boolean pooling) throws Exception {
    Engine.Builder builder = Engine.builder();
    if (pooling) {
      builder.pooling(Engine.Pooling.of(THREADS * 4).withMemoryBytes(1 << 20));
    }
    try (Engine engine = builder.build();
        Deployment<Pair> deployment =
            Pair.builder(policy, new Linker(engine), Pair.parts(1), Pair.WIRING).start()) {
      var observer = new Observer(deployment);
      long calls;
      try (var traffic = new Traffic(THREADS, observer)) {
        // One part after the other: back 2, front 2, back 3, …
        for (int both = 3; both <= SWITCHES + 2; both++) {
          deployment.upgrade(
              both % 2 == 1 ? "back" : "front",
              both % 2 == 1 ? Pair.newBack((both + 1) / 2) : Pair.newFront(both / 2));
          // What is asked for from now on is of it.
          assertEquals(both, observer.call());
        }
        calls = traffic.end();
      }
      assertTrue(calls >= THREADS, () -> calls + " calls");
      assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
      assertEquals(List.of(), deployment.status().uses());
    }
  }

  /** Both in one step: the two of them are of one version always. */
  @ParameterizedTest
  @EnumSource
  void severalPartsSwitchTogether(PartPolicy policy) throws Exception {
    try (Deployment<Pair> deployment = Pair.builder(policy).start()) {
      Callable<?> call =
          () -> {
            List<Integer> versions = served(deployment);
            assertEquals(versions.getFirst(), versions.getLast());
            return versions;
          };
      try (var traffic = new Traffic(THREADS, call)) {
        for (int version = 2; version <= SWITCHES + 1; version++) {
          deployment.upgradeParts(Pair.parts(version));
          if (version % 3 == 0) {
            deployment.rollback();
          }
        }
        assertTrue(traffic.end() >= THREADS);
      }
      assertTrue(deployment.closeWithin(Duration.ofMinutes(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  @EnabledOnOs(value = OS.LINUX, disabledReason = "mappings are read from /proc/self/maps")
  void mappingsEndWhereTheyBegan(PartPolicy policy) throws Exception {
    try (Deployment<Pair> deployment = Pair.builder(policy).keep(0).start()) {
      var version = new AtomicInteger();
      Runnable round =
          () -> {
            Pair open = deployment.instance();
            // Others each time: what is the same isn't compiled again.
            deployment.upgrade("back", Pair.newBack(version.incrementAndGet()));
            deployment.upgrade("front", Pair.newFront(version.get()));
            open.close();
            refuse(deployment, "back", Pair.backText(3, "unreachable"));
            refuse(deployment, "back", Pair.backText(3, "").replace("\"next\"", "\"other\""));
            refuse(deployment, "front", Pair.frontText(3, "").replace("\"front\"", "\"other\""));
            refuse(deployment, "back", "(component");
            Map<String, byte[]> oneIsBad = new LinkedHashMap<>(Pair.parts(4));
            oneIsBad.put("back", "(component".getBytes(UTF_8));
            assertThrows(UpgradeException.class, () -> deployment.upgradeParts(oneIsBad));
          };
      Mappings.assertNoneLeft(Math.max(50, SWITCHES), round);
      assertEquals(1, deployment.status().uses().size());
    }
  }

  private static void refuse(Deployment<Pair> deployment, String part, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThrows(UpgradeException.class, () -> deployment.upgrade(part, bytes));
  }
}
