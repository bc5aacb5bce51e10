package dev.switchblade.benchmarks.comparison;

import java.util.Locale;

/** Results as tables for the README. */
final class MarkdownReport {

  private MarkdownReport() {}

  static String of(Results results) {
    var text = new StringBuilder();
    Machine machine = results.machine();
    text.append(
        "%d cores of %s, %s, %s, Wasmtime %s (%s), %s, %s run.%n%n"
            .formatted(
                machine.cores(),
                machine.processor(),
                machine.system(),
                machine.jdk(),
                results.wasmtime(),
                results.profile(),
                results.date(),
                results.effort()));
    text.append("| work | Java | Rust | ratio | limit | bytes allocated per call |%n".formatted());
    text.append("|---|--:|--:|--:|--:|--:|%n".formatted());
    for (Comparison comparison : results.comparisons()) {
      Workload workload = comparison.workload();
      text.append(
          "| %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  workload.description(),
                  time(comparison.java().median()),
                  time(comparison.rust().median()),
                  number("%.2f", comparison.ratio()),
                  workload.limit().isPresent()
                      ? number("%.2f", workload.limit().getAsDouble())
                      : "",
                  number("%,.0f", comparison.bytesPerCall())));
    }
    if (!results.coldStarts().isEmpty()) {
      text.append("%n| cold start | median | best |%n|---|--:|--:|%n".formatted());
      for (ColdStart coldStart : results.coldStarts()) {
        text.append(
            "| %s | %s ms | %s ms |%n"
                .formatted(
                    coldStart.program().description(),
                    number("%.0f", coldStart.spread().median()),
                    number("%.0f", coldStart.spread().best())));
      }
    }
    return text.toString();
  }

  private static String time(double nanos) {
    if (nanos < 10_000) {
      return number("%,.0f ns", nanos);
    }
    return number("%,.1f µs", nanos / 1000);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
