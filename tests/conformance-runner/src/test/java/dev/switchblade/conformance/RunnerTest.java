package dev.switchblade.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchblade.Engine;
import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.Report.FileReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner itself: that a script which doesn't hold fails, and nothing ends a run. */
class RunnerTest {

  private static final String ADDER =
      """
      ;;! reference_types = true
      (component definition $Adder
        (core module $m
          (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
          (func (export "nan") (result f32) (f32.const nan:0x200001))
          (func (export "recurse") (result i32) (i32.add (call 2) (i32.const 1)))
          (func (export "trap") unreachable))
        (core instance $m (instantiate $m))
        (func (export "add") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $m "add")))
        (func (export "nan") (result f32) (canon lift (core func $m "nan")))
        (func (export "recurse") (result u32) (canon lift (core func $m "recurse")))
        (func (export "trap") (canon lift (core func $m "trap"))))
      (component instance $i $Adder)
      """;

  @TempDir private Path folder;

  @BeforeEach
  void thereIsAConverter() {
    Assumptions.assumeTrue(
        Converter.isPackaged(), "SKIPPED: there was no cargo to build the converter with");
  }

  private FileReport run(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("script.wast"), text);
    try (var runner = new Conformance(Engine.Compiler.CRANELIFT)) {
      return runner.run(script);
    }
  }

  /** The outcome of the last directive. */
  private Outcome last(String text) throws IOException {
    return run(text).outcomes().getLast();
  }

  private static void assertFailed(Outcome outcome, String expected, String got) {
    assertEquals(Status.FAILED, outcome.status(), outcome.toString());
    assertNotNull(outcome.expected());
    assertNotNull(outcome.got());
    assertTrue(outcome.expected().contains(expected), outcome.toString());
    assertTrue(outcome.got().contains(got), outcome.toString());
  }

  @Test
  void whatHoldsPasses() throws IOException {
    FileReport report =
        run(
            ADDER
                + """
                (assert_return (invoke "add" (u32.const 1) (u32.const 2)) (u32.const 3))
                (assert_return (invoke "nan"))
                (assert_trap (invoke "trap") "unreachable")
                """);
    // The result of `nan` has no constant in the second one.
    assertEquals(
        List.of(Status.PASSED, Status.PASSED, Status.PASSED, Status.FAILED, Status.PASSED),
        report.outcomes().stream().map(Outcome::status).toList());
    assertEquals(List.of("multi_value", "reference_types"), report.features());
  }

  @Test
  void aWrongResultFails() throws IOException {
    String text =
        ADDER + "(assert_return (invoke \"add\" (u32.const 1) (u32.const 2)) (u32.const 4))";
    Outcome outcome = last(text);
    assertFailed(outcome, "4", "3");
    assertEquals(text.lines().count(), outcome.line());
  }

  @Test
  void aConstantOfAnotherTypeFails() throws IOException {
    assertFailed(
        last(ADDER + "(assert_return (invoke \"add\" (u32.const 1) (s32.const 2)) (u32.const 3))"),
        "a value of u32",
        "s32");
    assertFailed(
        last(ADDER + "(assert_return (invoke \"add\" (u32.const 1) (u32.const 2)) (s32.const 3))"),
        "a value of u32",
        "s32");
  }

  @Test
  void nansAreComparedByTheirBits() throws IOException {
    assertFailed(last(ADDER + "(assert_return (invoke \"nan\") (f32.const 1))"), "1.0", "NaN");
  }

  @Test
  void aMissingTrapFails() throws IOException {
    assertFailed(
        last(ADDER + "(assert_trap (invoke \"add\" (u32.const 1) (u32.const 2)) \"unreachable\")"),
        "unreachable",
        "none");
  }

  @Test
  void aTrapOfAnotherKindFails() throws IOException {
    assertFailed(
        last(ADDER + "(assert_trap (invoke \"trap\") \"divide by zero\")"),
        "divide by zero",
        "unreachable");
  }

  @Test
  void aTrapWhereAResultIsExpectedFails() throws IOException {
    assertFailed(last(ADDER + "(assert_return (invoke \"trap\"))"), "a result", "unreachable");
  }

  @Test
  void endlessRecursionIsExhaustion() throws IOException {
    assertEquals(
        Status.PASSED,
        last(ADDER + "(assert_exhaustion (invoke \"recurse\") \"call stack exhausted\")").status());
  }

  @Test
  void aValidComponentIsNotInvalid() throws IOException {
    assertFailed(last(ADDER + "(assert_invalid (component) \"invalid\")"), "invalid", "none");
  }

  @Test
  void aComponentThatLinksIsNotUnlinkable() throws IOException {
    assertFailed(
        last(
            ADDER
                + "(assert_unlinkable (component (import \"host-return-two\" (func (result u32))))"
                + " \"x\")"),
        "x",
        "none");
  }

  @Test
  void anUnknownFunctionFailsAndTheRestRuns() throws IOException {
    FileReport report =
        run(
            ADDER
                + """
                (assert_return (invoke "sub" (u32.const 1) (u32.const 2)) (u32.const 3))
                (assert_return (invoke "add" (u32.const 1) (u32.const 2)) (u32.const 3))
                """);
    assertEquals(1, report.count(Status.FAILED));
    assertEquals(Status.PASSED, report.outcomes().getLast().status());
  }

  @Test
  void aScriptThatCannotBeParsedIsOneFailure() throws IOException {
    FileReport report = run("(component");
    assertEquals(1, report.outcomes().size());
    assertFailed(report.outcomes().getFirst(), "a script that can be parsed", "script.wast:1");
  }

  @Test
  void anUnknownFeatureIsAFailure() throws IOException {
    assertFailed(last(";;! no_such_thing = true\n(component)"), "the name of a feature", "no_such");
  }

  @Test
  void whatAScriptDoesNotNameIsOff() throws IOException {
    String simd = "(component (core module (func (drop (v128.const i32x4 0 0 0 0)))))";
    assertEquals(Status.FAILED, last(";;! reference_types = true\n" + simd).status());
    assertEquals(Status.PASSED, last(";;! simd = true\n" + simd).status());
  }

  @Test
  void aFolderCanSayWhatItsScriptsNeed() throws IOException {
    String simd = "(component (core module (func (drop (v128.const i32x4 0 0 0 0)))))";
    assertEquals(Status.FAILED, last(simd).status());
    Files.writeString(
        folder.resolve("conformance.json"),
        """
        {"features": [
          {"path": "other/**", "features": []},
          {"path": "*.wast", "features": ["simd"]}]}
        """);
    assertEquals(Status.PASSED, last(simd).status());
  }

  @Test
  void threadsRunBesideTheOthers() throws IOException {
    FileReport report =
        run(
            ADDER
                + """
                (thread $t
                  (component instance $i $Adder)
                  (assert_return (invoke "add" (u32.const 1) (u32.const 2)) (u32.const 3))
                  (assert_return (invoke "add" (u32.const 1) (u32.const 2)) (u32.const 4)))
                (wait $t)
                """);
    assertEquals(1, report.count(Status.FAILED));
    assertEquals(2, report.outcomes().stream().filter(Outcome::isAssertion).count());
  }

  @Test
  void foldersAreSearchedAndMissingOnesAreToldOf() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/two.wast"), "(component)");
    Files.writeString(folder.resolve("a/one.wast"), "(component)");
    Files.writeString(folder.resolve("a/notes.txt"), "none");
    assertEquals(
        List.of(folder.resolve("a/b/two.wast"), folder.resolve("a/one.wast")),
        Conformance.scripts(List.of(folder)));
    Path missing = folder.resolve("missing");
    assertThrows(NoSuchFileException.class, () -> Conformance.scripts(List.of(missing)));
  }

  @Test
  void reportsSayWhatFailed() throws Exception {
    FileReport file =
        run(ADDER + "(assert_return (invoke \"add\" (u32.const 1) (u32.const 2)) (u32.const 4))");
    var report = new Report(List.of(file));
    Path reports = folder.resolve("reports");
    ReportFiles.write(report, reports);

    String text = Files.readString(reports.resolve("report.txt"));
    assertTrue(text.contains("script.wast:" + file.outcomes().getLast().line()), text);
    assertTrue(text.contains("assertions: 0 passed, 1 failed, 0 skipped"), text);

    JsonNode json = new ObjectMapper().readTree(reports.resolve("report.json").toFile());
    assertEquals(1, json.path("assertions").path("failed").asInt());
    assertEquals("4", json.at("/files/0/outcomes/2/expected").asText());

    var xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(reports.resolve("report.xml").toFile());
    assertEquals(1, xml.getElementsByTagName("failure").getLength());
    assertEquals(3, xml.getElementsByTagName("testcase").getLength());
  }
}
