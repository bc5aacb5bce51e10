package dev.switchblade.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.app.deploy.DeploymentEvent.FilesChanged;
import dev.switchblade.app.deploy.DeploymentEvent.Refused;
import dev.switchblade.app.deploy.DeploymentEvent.Switched;
import dev.switchblade.app.deploy.DeploymentEvent.WatchFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments that follow files. */
final class WatchTest {

  private static final Duration QUIET = Duration.ofMillis(10);

  private final Heard heard = new Heard();
  @TempDir private Path folder;

  private static int served(Deployment<Counter> deployment) {
    try (Counter counter = deployment.instance()) {
      return counter.version();
    }
  }

  /** As one should: readers see all of it or nothing. */
  private Path put(String name, byte[] content) throws IOException {
    Path next = Files.write(folder.resolve(name + ".next"), content);
    return Files.move(
        next,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void eachNewContentOfAFileIsAVersion() throws Exception {
    Path file = put("counter.wasm", Counter.bytes(1));
    try (Deployment<Counter> deployment = Counter.builder(1).onEvent(heard).start();
        Watch watch = deployment.watch(file, QUIET)) {
      assertEquals(file, watch.watched());
      for (int i = 2; i < 5; i++) {
        put("counter.wasm", Counter.bytes(i));
        assertEquals(new Version(i, "counter.wasm"), heard.next(Switched.class).to());
        assertEquals(i, served(deployment));
      }
    }
  }

  @Test
  void whatIsRefusedIsHeardOfAndTheNextIsTaken() throws Exception {
    Path file = put("counter.wasm", Counter.bytes(1));
    try (Deployment<Counter> deployment =
            Counter.builder(1).check(Counter::next).onEvent(heard).start();
        Watch _ = deployment.watch(file, QUIET)) {
      put("counter.wasm", new byte[] {0, 'a', 's', 'm'});
      assertEquals(UpgradeException.Reason.NOT_COMPILED, heard.next(Refused.class).why().reason());
      put("counter.wasm", Counter.text(2, "", "unreachable").getBytes(UTF_8));
      assertEquals(UpgradeException.Reason.UNHEALTHY, heard.next(Refused.class).why().reason());
      assertEquals(1, served(deployment));
      put("counter.wasm", Counter.bytes(3));
      heard.next(Switched.class);
      assertEquals(3, served(deployment));
    }
  }

  /** What comes while another upgrade runs isn't lost. */
  @Test
  void whatAnotherUpgradeIsInTheWayOfIsTakenLater() throws Exception {
    Path file = put("counter.wasm", Counter.bytes(1));
    try (Deployment<Counter> deployment = Counter.builder(1).onEvent(heard).start();
        Watch _ = deployment.watch(file, QUIET)) {
      try (Canary _ = deployment.canary(Counter.source(2), CanaryPolicy.share(0))) {
        put("counter.wasm", Counter.bytes(3));
        // For several times as long as it would take.
        Thread.sleep(10 * QUIET.toMillis());
        assertEquals(1, deployment.version().number());
      }
      assertTrue(
          heard.until(Switched.class).stream().noneMatch(Refused.class::isInstance),
          "it was refused meanwhile");
      assertEquals(3, served(deployment));
    }
  }

  @Test
  void ofAFolderTheLatestFileIsTaken() throws Exception {
    put("counter-1.wasm", Counter.bytes(1));
    try (Deployment<Counter> deployment = Counter.builder(1).onEvent(heard).start();
        Watch _ = deployment.watch(folder, QUIET)) {
      Path next = put("counter-2.wasm", Counter.bytes(2));
      assertEquals(List.of(next), heard.next(FilesChanged.class).files());
      assertEquals("counter-2.wasm", heard.next(Switched.class).to().name());
      assertEquals(2, served(deployment));
    }
  }

  /** The last of the parts is the component, for those before it are its text. */
  private static Component joined(Engine engine, Map<String, byte[]> parts) {
    var text = new StringBuilder();
    parts.values().forEach(part -> text.append(new String(part, UTF_8)));
    return engine.compileText(text.toString());
  }

  @Test
  void ofAFolderADeploymentOfPartsTakesFilesThatAreNamedAfterThem() throws Exception {
    String text = Counter.text(1);
    int middle = text.indexOf("(core module $other");
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("head", bytes(text.substring(0, middle)));
    parts.put("tail", bytes(text.substring(middle)));
    try (Deployment<Counter> deployment =
            Deployment.builder(
                    Counter.ENGINE,
                    "counters",
                    parts,
                    WatchTest::joined,
                    component -> Ready.of(Counter.prepare(component)))
                .onEvent(heard)
                .start();
        Watch _ = deployment.watch(folder, QUIET)) {
      put("other.wasm", bytes("nothing"));
      put("tail.wasm", bytes(text.substring(middle).replace("(i32.const 1)", "(i32.const 7)")));
      assertEquals(new Version(2, "tail"), heard.next(Switched.class).to());
      try (Counter counter = deployment.instance()) {
        assertEquals(1, counter.version());
        assertEquals(7, counter.same());
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void aFolderThatIsGoneIsHeardOfOnceAndLookedAtAgain() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    try (Deployment<Counter> deployment = Counter.builder(1).onEvent(heard).start();
        Watch _ = deployment.watch(inner, QUIET)) {
      Files.delete(inner);
      assertEquals(inner, heard.next(WatchFailed.class).watched());
      Files.createDirectory(inner);
      Files.write(inner.resolve("counter.wasm"), Counter.bytes(2));
      List<DeploymentEvent> until = heard.until(Switched.class);
      assertTrue(until.stream().noneMatch(WatchFailed.class::isInstance), until.toString());
      assertEquals(2, served(deployment));
    }
  }

  @Test
  void itEnds() throws Exception {
    Path file = put("counter.wasm", Counter.bytes(1));
    Deployment<Counter> deployment = Counter.builder(1).onEvent(heard).start();
    Watch watch = deployment.watch(file, QUIET);
    watch.close();
    watch.close();
    try (Watch other = deployment.watch(file, QUIET)) {
      put("counter.wasm", Counter.bytes(2));
      heard.next(Switched.class);
      // One watch has seen it.
      assertEquals(2, deployment.version().number());
      deployment.close();
      assertEquals(file, other.watched());
    }
    assertThrows(ClosedException.class, () -> deployment.watch(file, QUIET));
  }

  @Test
  void timesThatAreTooShortAreRefused() {
    try (Deployment<Counter> deployment = Counter.deployed(1)) {
      var wrong =
          assertThrows(
              IllegalArgumentException.class, () -> deployment.watch(folder, Duration.ofNanos(5)));
      assertEquals("quiet: expected 10 ms or more, got 5 ns", wrong.getMessage());
    }
  }

  @Test
  void aFileThatIsNamedAfterAPartIsThatPart() throws Exception {
    Path file = put("back.wasm", Pair.newBack(1));
    try (Deployment<Pair> deployment = Pair.builder(PartPolicy.LINKED).onEvent(heard).start();
        Watch _ = deployment.watch(file, QUIET)) {
      put("back.wasm", Pair.newBack(2));
      assertEquals("back", heard.next(Switched.class).to().name());
      try (Pair pair = deployment.instance()) {
        assertEquals(List.of(1, 2), List.of(pair.front(), pair.back()));
      }
      Path other = put("other.wasm", Pair.newBack(3));
      var refused =
          assertThrows(IllegalArgumentException.class, () -> deployment.watch(other, QUIET));
      assertTrue(
          String.valueOf(refused.getMessage()).endsWith("it has front, back"), refused::toString);
    }
  }
}
