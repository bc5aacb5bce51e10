package dev.switchblade.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.switchblade.Engine;
import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.Report.FileReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scripts of this project, each a test. */
class OwnScriptsTest {

  private static final Path SCRIPTS = Path.of(System.getProperty("conformance.scripts"));

  private final List<Conformance> runners = new ArrayList<>();

  @AfterEach
  void close() {
    runners.forEach(Conformance::close);
  }

  @TestFactory
  Stream<DynamicTest> eachScriptHolds() throws IOException {
    return scripts(Engine.Compiler.CRANELIFT, Set.of());
  }

  /**
   * But for references to values of the host, which are of the garbage collection that it lacks.
   */
  @TestFactory
  Stream<DynamicTest> eachScriptHoldsWithTheBaselineCompiler() throws IOException {
    Assumptions.assumeTrue(
        System.getProperty("os.arch").equals("amd64"),
        "SKIPPED: what the baseline compiler lacks is known for x86-64");
    return scripts(
        Engine.Compiler.WINCH,
        Set.of("linking.wast:285", "type-structure.wast:472", "validation-async.wast:345"));
  }

  private Stream<DynamicTest> scripts(Engine.Compiler compiler, Set<String> lacking)
      throws IOException {
    Assumptions.assumeTrue(
        Converter.isPackaged(), "SKIPPED: there was no cargo to build the converter with");
    var runner = new Conformance(compiler);
    runners.add(runner);
    var reports = new ArrayList<FileReport>();
    Stream<DynamicTest> scripts =
        Conformance.scripts(List.of(SCRIPTS)).stream()
            .map(
                script ->
                    dynamicTest(
                        SCRIPTS.relativize(script).toString(),
                        () -> {
                          FileReport report = runner.run(script);
                          reports.add(report);
                          holds(report, lacking);
                        }));
    // What the documentation promises; dynamic tests run in their order.
    DynamicTest count =
        dynamicTest(
            "there are at least 300 assertions",
            () -> {
              long assertions = new Report(reports).assertions(Status.PASSED);
              assertTrue(assertions >= 300, assertions + " assertions");
            });
    return Stream.concat(scripts, Stream.of(count));
  }

  private static void holds(FileReport report, Set<String> lacking) {
    assertFalse(report.outcomes().isEmpty(), "the script has no directives");
    assertAll(
        report.outcomes().stream()
            .filter(
                outcome ->
                    outcome.status()
                        != (lacking.contains(report.file().getFileName() + ":" + outcome.line())
                            ? Status.SKIPPED
                            : Status.PASSED))
            .map(outcome -> () -> fail(outcome + "\n" + TextReport.of(report))));
  }
}
