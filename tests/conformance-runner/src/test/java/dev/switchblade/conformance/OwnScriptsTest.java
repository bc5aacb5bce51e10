package dev.switchblade.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.Report.FileReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scripts of this project, each a test. */
class OwnScriptsTest {

  private static final Path SCRIPTS = Path.of(System.getProperty("conformance.scripts"));

  private static Conformance conformance;

  private static Conformance conformance() throws IOException {
    Assumptions.assumeTrue(
        Converter.isPackaged(), "SKIPPED: there was no cargo to build the converter with");
    if (conformance == null) {
      conformance = new Conformance();
    }
    return conformance;
  }

  @AfterAll
  static void close() {
    if (conformance != null) {
      conformance.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> eachScriptHolds() throws IOException {
    Conformance runner = conformance();
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
                          holds(report);
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

  private static void holds(FileReport report) {
    assertFalse(report.outcomes().isEmpty(), "the script has no directives");
    assertAll(
        report.outcomes().stream()
            .filter(outcome -> outcome.status() != Status.PASSED)
            .map(outcome -> () -> fail(TextReport.of(report))));
  }
}
