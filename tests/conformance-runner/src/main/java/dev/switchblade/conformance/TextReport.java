package dev.switchblade.conformance;

import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.Report.FileReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports for people. */
public final class TextReport {

  private TextReport() {}

  /** One script: a line, and what failed in it. */
  public static String of(FileReport report) {
    var text = new StringBuilder();
    text.append(report.count(Status.FAILED) == 0 ? "ok    " : "FAILED").append(' ');
    text.append(report.file()).append(": ").append(counts(report));
    for (Outcome outcome : report.outcomes()) {
      if (outcome.status() == Status.FAILED) {
        append(text, report, outcome);
      }
    }
    return text.append('\n').toString();
  }

  private static String counts(FileReport report) {
    return report.count(Status.PASSED)
        + " passed, "
        + report.count(Status.FAILED)
        + " failed, "
        + report.count(Status.SKIPPED)
        + " skipped";
  }

  private static void append(StringBuilder text, FileReport report, Outcome outcome) {
    text.append("\n  ").append(report.file()).append(':').append(outcome.line()).append(": ");
    text.append(outcome.directive());
    if (!outcome.subject().isEmpty()) {
      text.append(' ').append(outcome.subject());
    }
    text.append("\n    expected ").append(indented(outcome.expected()));
    text.append("\n    got      ").append(indented(outcome.got()));
  }

  private static String indented(String text) {
    return String.valueOf(text).replace("\n", "\n             ");
  }

  /** All of it: what was skipped and why, and the sums. */
  public static String summary(Report report) {
    var text = new StringBuilder();
    Map<String, Integer> skipped = new LinkedHashMap<>();
    for (FileReport file : report.files()) {
      for (Outcome outcome : file.outcomes()) {
        if (outcome.status() == Status.SKIPPED) {
          skipped.merge(file.file() + ": " + outcome.reason(), 1, Integer::sum);
        }
      }
    }
    skipped.forEach(
        (what, count) ->
            text.append("skipped ").append(count).append(" of ").append(what).append('\n'));
    text.append("scripts:    ").append(report.files().size());
    text.append(", of which ")
        .append(report.filesWith(Status.FAILED))
        .append(" with failures and ");
    text.append(report.filesWith(Status.SKIPPED)).append(" with something skipped\n");
    text.append("assertions: ").append(report.assertions(Status.PASSED)).append(" passed, ");
    text.append(report.assertions(Status.FAILED)).append(" failed, ");
    text.append(report.assertions(Status.SKIPPED)).append(" skipped\n");
    text.append("directives: ").append(report.count(Status.PASSED)).append(" passed, ");
    text.append(report.count(Status.FAILED)).append(" failed, ");
    text.append(report.count(Status.SKIPPED)).append(" skipped\n");
    return text.toString();
  }
}
