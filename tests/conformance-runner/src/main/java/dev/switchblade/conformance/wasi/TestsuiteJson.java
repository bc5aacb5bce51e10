package dev.switchblade.conformance.wasi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.wasi.TestsuiteReport.SuiteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** A report in a folder: {@code report.json}. */
public final class TestsuiteJson {

  private TestsuiteJson() {}

  /**
   * Writes the file; the folder is made.
   *
   * @throws IOException if that fails
   */
  public static void write(TestsuiteReport report, Path folder) throws IOException {
    var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    counts(root.putObject("totals"), report::count);
    ArrayNode suites = root.putArray("suites");
    for (SuiteReport suite : report.suites()) {
      suite(suites.addObject(), suite);
    }
    Files.createDirectories(folder);
    mapper.writeValue(folder.resolve("report.json").toFile(), root);
  }

  private static void suite(ObjectNode json, SuiteReport report) {
    json.put("name", report.suite().name())
        .put("version", report.suite().version().target())
        .put("folder", report.suite().folder().toString());
    counts(json, report::count);
    ArrayNode tests = json.putArray("tests");
    for (TestOutcome test : report.tests()) {
      ObjectNode one =
          tests.addObject().put("name", test.name()).put("outcome", name(test.status()));
      if (test.status() != Status.PASSED) {
        one.put("reason", test.reason());
      }
      one.put("duration_ms", test.took().toMillis());
    }
  }

  private static void counts(ObjectNode json, ToLongFunction<Status> count) {
    for (Status status : Status.values()) {
      json.put(name(status), count.applyAsLong(status));
    }
  }

  private static String name(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
