package dev.switchblade.conformance.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.wasi.TestsuiteReport.SuiteReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runner itself: that a program which doesn't do what it should fails, and nothing hangs. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TestsuiteTest {

  private static final String IMPORTS =
      """
      (import "wasi_snapshot_preview1" "fd_read"
        (func $read (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "fd_write"
        (func $write (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_open"
        (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "args_sizes_get"
        (func $args (param i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "environ_sizes_get"
        (func $env (param i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1)
      """;

  /** Writes what it reads, until there is no more. */
  private static final String ECHO =
      """
      (loop $again
        (i32.store (i32.const 0) (i32.const 64))
        (i32.store (i32.const 4) (i32.const 64))
        (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
        (i32.store (i32.const 4) (i32.load (i32.const 8)))
        (if (i32.load (i32.const 8))
          (then
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (br $again))))
      """;

  @TempDir private Path folder;

  /** A program for WASI 0.1 that does this. */
  private static String program(String body, String... data) {
    return "(module " + IMPORTS + String.join("", data) + "(func (export \"_start\")" + body + "))";
  }

  /** A program that writes a text to a descriptor, and exits with a code. */
  private static String writer(int descriptor, String text, int exitCode) {
    return program(
        """
        (i32.store (i32.const 0) (i32.const 64))
        (i32.store (i32.const 4) (i32.const %d))
        (drop (call $write (i32.const %d) (i32.const 0) (i32.const 1) (i32.const 8)))
        (call $exit (i32.const %d))
        """
            .formatted(text.length(), descriptor, exitCode),
        "(data (i32.const 64) \"" + text + "\")");
  }

  private static String component(String... runs) {
    var text = new StringBuilder("(component");
    for (int i = 0; i < runs.length; i++) {
      text.append(runs[i].replace("$", "$" + i));
    }
    return text.append(')').toString();
  }

  private static String run(String version, boolean async, int result) {
    return """
    (core module $m (func (export "run") (result i32) (i32.const %d)))
    (core instance $c (instantiate $m))
    (func $f %s (result (result)) (canon lift (core func $c "run")))
    (instance $i (export "run" (func $f)))
    (export "wasi:cli/run@%s" (instance $i))
    """
        .formatted(result, async ? "async" : "", version);
  }

  private Path add(String name, String program, String configuration) throws IOException {
    if (!configuration.isEmpty()) {
      Files.writeString(folder.resolve(name + ".json"), configuration);
    }
    return Files.writeString(folder.resolve(name + ".wasm"), program);
  }

  private SuiteReport report() throws IOException {
    try (var testsuite = new Testsuite(Duration.ofSeconds(20))) {
      return testsuite.run(Suite.find(List.of(folder)).getFirst());
    }
  }

  /** What comes of one program. */
  private TestOutcome outcome(String program, String configuration) throws IOException {
    add("program", program, configuration);
    return report().tests().getFirst();
  }

  private void assertPasses(String program, String configuration) throws IOException {
    TestOutcome outcome = outcome(program, configuration);
    assertEquals(Status.PASSED, outcome.status(), outcome.toString());
    assertEquals("", outcome.reason());
  }

  private TestOutcome assertEnds(Status status, String reason, String program, String configuration)
      throws IOException {
    TestOutcome outcome = outcome(program, configuration);
    assertEquals(status, outcome.status(), outcome.toString());
    assertTrue(outcome.reason().contains(reason), outcome.toString());
    return outcome;
  }

  @Test
  void aProgramThatDoesWhatItShouldPasses() throws IOException {
    assertPasses(writer(1, "hello", 0), "{\"stdout\": \"hello\"}");
    assertPasses(writer(2, "hello", 1), "{\"stderr\": \"hello\", \"exit_code\": 1}");
  }

  @Test
  void withoutAConfigurationAProgramIsExpectedToSucceed() throws IOException {
    assertPasses(program(""), "");
    assertEnds(Status.FAILED, "expected exit code 0, got 1", writer(1, "", 1), "");
  }

  @Test
  void aWrongOutputFails() throws IOException {
    assertEnds(
        Status.FAILED,
        "expected \"hello\" from stdout, got \"hullo\"",
        writer(1, "hullo", 0),
        "{\"stdout\": \"hello\"}");
    assertEnds(
        Status.FAILED,
        "expected \"hello\" from stderr, got \"hell\"",
        writer(2, "hell", 0),
        "{\"stderr\": \"hello\"}");
  }

  @Test
  void aWrongExitCodeFailsWithWhatTheProgramSaid() throws IOException {
    assertEnds(
        Status.FAILED,
        "expected exit code 0, got 1\nstderr: what went wrong",
        writer(2, "what went wrong", 1),
        "{\"args\": []}");
    assertEnds(Status.FAILED, "expected exit code 1, got 0", program(""), "{\"exit_code\": 1}");
  }

  @Test
  void aTrapFails() throws IOException {
    assertEnds(Status.FAILED, "unreachable", program("unreachable"), "");
  }

  @Test
  void argumentsAndVariablesArrive() throws IOException {
    String counts =
        program(
            """
            (drop (call $args (i32.const 0) (i32.const 4)))
            (drop (call $env (i32.const 8) (i32.const 12)))
            (if (i32.ne (i32.load (i32.const 0)) (i32.const 3)) (then unreachable))
            (if (i32.ne (i32.load (i32.const 8)) (i32.const 1)) (then unreachable))
            """);
    assertPasses(counts, "{\"args\": [\"a\", \"b\"], \"env\": {\"c\": \"d\"}}");
  }

  @Test
  void whatAProgramChangesIsACopy() throws IOException {
    Path root = Files.createDirectory(folder.resolve("files"));
    String creates =
        program(
            """
            (if (call $open (i32.const 3) (i32.const 0) (i32.const 64) (i32.const 3) (i32.const 1)
                  (i64.const 64) (i64.const 64) (i32.const 0) (i32.const 0))
              (then unreachable))
            """,
            "(data (i32.const 64) \"new\")");
    assertPasses(creates, "{\"root\": \"files\"}");
    assertPasses(creates, "{\"dirs\": [\"files\"]}");
    assertFalse(Files.exists(root.resolve("new")));
    assertEnds(Status.FAILED, "unreachable", creates, "{\"args\": []}");
  }

  @Test
  void aFolderThatIsMissingIsAFailure() throws IOException {
    assertEnds(Status.FAILED, "no-such-folder", program(""), "{\"root\": \"no-such-folder\"}");
  }

  @Test
  void operationsTalkWithTheProgram() throws IOException {
    assertPasses(
        program(ECHO),
        """
        {"operations": [
          {"type": "run"},
          {"type": "write", "id": "stdin", "payload": "one"},
          {"type": "read", "id": "stdout", "payload": "one"},
          {"type": "write", "id": "stdin", "payload": "two"},
          {"type": "read", "payload": "two"},
          {"type": "wait"}]}
        """);
  }

  @Test
  void connectionsGoWhereTheProgramSays() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answer(server));
      String program = writer(1, "127.0.0.1:" + server.getLocalPort() + "\\n", 0);
      String configuration =
          """
          {"proposals": ["sockets"], "operations": [
            {"type": "run"},
            {"type": "connect", "id": "it", "protocol_type": "tcp"},
            {"type": "send", "id": "it", "payload": "ping"},
            {"type": "recv", "id": "it", "payload": "pong"},
            {"type": "wait"}]}
          """;
      assertPasses(program, configuration);
      served.get();
    }
    assertEnds(
        Status.FAILED,
        "got \"nowhere\"",
        writer(1, "nowhere", 0),
        "{\"operations\": [{\"type\": \"run\"}, {\"type\": \"connect\"}, {\"type\": \"wait\"}]}");
  }

  private static void answer(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getInputStream().readNBytes(4);
      client.getOutputStream().write(new byte[] {'p', 'o', 'n', 'g'});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aProgramThatDoesNotEndIsStopped() throws IOException {
    add("program", program("(loop (br 0))"), "");
    try (var testsuite = new Testsuite(Duration.ofMillis(200))) {
      TestOutcome outcome =
          testsuite.run(Suite.find(List.of(folder)).getFirst()).tests().getFirst();
      assertEquals(Status.FAILED, outcome.status(), outcome.toString());
      assertTrue(outcome.reason().contains("ResourceLimitException"), outcome.toString());
    }
  }

  @Test
  void aProgramThatWaitsForInputIsStoppedWhenItsTestFails() throws IOException {
    assertEnds(
        Status.FAILED,
        "expected stdout or stderr",
        program(ECHO),
        "{\"operations\": [{\"type\": \"run\"}, {\"type\": \"read\", \"id\": \"stdin\"}]}");
    assertEnds(
        Status.FAILED,
        "doesn't wait for the program",
        program(ECHO),
        "{\"operations\": [{\"type\": \"run\"}]}");
  }

  @Test
  void operationsInTheWrongOrderFail() throws IOException {
    assertEnds(
        Status.FAILED,
        "before it is run",
        program(""),
        "{\"operations\": [{\"type\": \"wait\"}, {\"type\": \"run\"}]}");
  }

  @Test
  void aConfigurationThatIsNotUnderstoodIsAFailure() throws IOException {
    assertEnds(Status.FAILED, "unknown keys: exit-code", program(""), "{\"exit-code\": 1}");
    assertEnds(Status.FAILED, "JsonParseException", program(""), "{exit_code");
  }

  @Test
  void whatCannotBeRunIsSkippedWithAReason() throws IOException {
    assertEnds(
        Status.SKIPPED,
        "wasi:http/service",
        program("unreachable"),
        "{\"proposals\": [\"http\"], \"world\": \"wasi:http/service\"}");
    assertEnds(
        Status.SKIPPED,
        "HTTP servers",
        program("unreachable"),
        "{\"servers\": [{\"name\": \"main\"}]}");
    assertEnds(
        Status.SKIPPED,
        "\"kill\"",
        program("unreachable"),
        "{\"operations\": [{\"type\": \"run\"}, {\"type\": \"kill\"}]}");
  }

  @Test
  void releaseCandidatesAreSkipped() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"version\": \"wasm32-wasip3\"}");
    assertEnds(
        Status.SKIPPED,
        "wasi:cli/exit@0.3.0-rc-2025-09-16",
        "(component (import \"wasi:cli/exit@0.3.0-rc-2025-09-16\" (instance)))",
        "");
  }

  @Test
  void aComponentIsRunByTheVersionItsSuiteIsFor() throws IOException {
    String both = component(run("0.2.0", false, 1), run("0.3.0", true, 0));
    Files.writeString(folder.resolve("manifest.json"), "{\"version\": \"wasm32-wasip3\"}");
    assertPasses(both, "");
    assertEnds(Status.FAILED, "exports no wasi:cli/run@0.3.", component(), "");
  }

  @Test
  void aResultThatIsAnErrorIsExitCodeOne() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"version\": \"wasm32-wasip2\"}");
    assertPasses(component(run("0.2.0", false, 1)), "{\"exit_code\": 1}");
    assertPasses(component(run("0.2.0", false, 0)), "{\"exit_code\": 0}");
  }

  @Test
  void aFileThatIsNoProgramFailsAndTheRestRuns() throws IOException {
    add("broken", "no module", "");
    add("whole", program(""), "");
    SuiteReport report = report();
    assertEquals(
        List.of(Status.FAILED, Status.PASSED),
        report.tests().stream().map(TestOutcome::status).toList());
    assertEquals(
        List.of("broken", "whole"), report.tests().stream().map(TestOutcome::name).toList());
  }

  @Test
  void suitesAreFoldersWithPrograms() throws IOException {
    Path first = Files.createDirectories(folder.resolve("a/wasm32-wasip3"));
    Path second = Files.createDirectories(folder.resolve("b"));
    Files.createDirectories(folder.resolve("c/wasm32-wasip1"));
    Files.writeString(first.resolve("x.wasm"), "");
    Files.writeString(second.resolve("z.wasm"), "");
    Files.writeString(second.resolve("y.wasm"), "");
    Files.writeString(
        second.resolve("manifest.json"), "{\"name\": \"Second\", \"version\": \"wasm32-wasip2\"}");
    assertEquals(
        List.of(
            new Suite(
                first.toString(), WasiVersion.WASIP3, first, List.of(first.resolve("x.wasm"))),
            new Suite(
                "Second",
                WasiVersion.WASIP2,
                second,
                List.of(second.resolve("y.wasm"), second.resolve("z.wasm")))),
        Suite.find(List.of(folder)));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing");
    var e = assertThrows(NoSuchFileException.class, () -> Suite.find(List.of(missing)));
    assertEquals(missing.toString(), e.getMessage());
  }

  @Test
  void aVersionThatIsUnknownIsNamed() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"version\": \"wasm32-wasip9\"}");
    add("program", program(""), "");
    var e = assertThrows(IOException.class, () -> Suite.find(List.of(folder)));
    assertTrue(e.getMessage().contains("wasm32-wasip9"), e.getMessage());
  }

  @Test
  void reportsSayWhatFailedAndWhatWasSkipped() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"Ours\"}");
    add("fails", writer(1, "", 1), "");
    add("passes", program(""), "");
    add("skipped", program(""), "{\"operations\": [], \"world\": \"wasi:http/service\"}");
    TestsuiteReport report;
    try (var testsuite = new Testsuite()) {
      report = testsuite.run(Suite.find(List.of(folder)), suite -> {});
    }
    assertFalse(report.isSuccess());

    String text = TestsuiteText.of(report.suites().getFirst());
    assertEquals(
        """
        FAILED Ours: 1 passed, 1 failed, 1 skipped
          failed  fails: expected exit code 0, got 1
          skipped skipped: it is for the world wasi:http/service, and programs are all that can be run
        """,
        text);
    assertTrue(
        TestsuiteText.summary(report).endsWith("1 passed, 1 failed, 1 skipped\n"),
        TestsuiteText.summary(report));

    Path reports = folder.resolve("a/report");
    TestsuiteJson.write(report, reports);
    JsonNode json = new ObjectMapper().readTree(reports.resolve("report.json").toFile());
    assertEquals(1, json.at("/totals/failed").asInt());
    JsonNode suite = json.at("/suites/0");
    assertEquals("Ours", suite.path("name").asText());
    assertEquals("wasm32-wasip1", suite.path("version").asText());
    assertEquals(1, suite.path("skipped").asInt());
    assertEquals("fails", suite.at("/tests/0/name").asText());
    assertEquals("failed", suite.at("/tests/0/outcome").asText());
    assertEquals("expected exit code 0, got 1", suite.at("/tests/0/reason").asText());
    assertTrue(suite.at("/tests/0/duration_ms").isIntegralNumber(), json.toString());
    assertFalse(suite.at("/tests/1").has("reason"), json.toString());
  }
}
