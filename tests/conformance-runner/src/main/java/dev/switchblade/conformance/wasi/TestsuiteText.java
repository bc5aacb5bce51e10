package dev.switchblade.conformance.wasi;

import dev.switchblade.conformance.Outcome.Status;
import dev.switchblade.conformance.wasi.TestsuiteReport.SuiteReport;
import java.util.function.ToLongFunction;

/** Reports for people. */
public final class TestsuiteText {

  private TestsuiteText() {}

  /** One suite: a line, and what didn't pass in it. */
  public static String of(SuiteReport report) {
    var text = new StringBuilder();
    text.append(report.count(Status.FAILED) == 0 ? "ok    " : "FAILED").append(' ');
    text.append(report.suite().name()).append(": ").append(counts(report::count)).append('\n');
    for (TestOutcome test : report.tests()) {
      switch (test.status()) {
        case PASSED -> {}
        case FAILED -> append(text, "failed ", test);
        case SKIPPED -> append(text, "skipped", test);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String status, TestOutcome test) {
    text.append("  ").append(status).append(' ').append(test.name()).append(": ");
    text.append(test.reason().replace("\n", "\n          ")).append('\n');
  }

  /** The sums. */
  public static String summary(TestsuiteReport report) {
    return "suites:     "
        + report.suites().size()
        + "\ntests:      "
        + counts(report::count)
        + '\n';
  }

  private static String counts(ToLongFunction<Status> count) {
    return count.applyAsLong(Status.PASSED)
        + " passed, "
        + count.applyAsLong(Status.FAILED)
        + " failed, "
        + count.applyAsLong(Status.SKIPPED)
        + " skipped";
  }
}
