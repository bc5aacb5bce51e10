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
    if (!results.comparisons().isEmpty()) {
      text.append(
          "| work | Java | Rust | ratio | limit | bytes allocated per call |%n".formatted());
      text.append("|---|--:|--:|--:|--:|--:|%n".formatted());
    }
    for (Comparison comparison : results.comparisons()) {
      Workload workload = comparison.workload();
      text.append(
          "| %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  workload.description(),
                  time(comparison.java().median()),
                  time(comparison.rust().median()),
                  number("%.2f", comparison.ratio()),
                  limit(workload),
                  number("%,.0f", comparison.bytesPerCall())));
    }
    if (!results.dynamic().isEmpty()) {
      text.append(
          "%n| work | this way | by hand | ratio | limit | bytes allocated per call |%n"
              .formatted());
      text.append("|---|--:|--:|--:|--:|--:|%n".formatted());
    }
    for (DynamicComparison comparison : results.dynamic()) {
      text.append(
          "| %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  comparison.typed().workload().description(),
                  time(comparison.dynamic().java().median()),
                  time(comparison.typed().java().median()),
                  number("%.2f", comparison.ratio()),
                  limit(comparison.workload()),
                  number("%,.0f", comparison.dynamic().bytesPerCall())));
    }
    peers(results, text);
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

  /** All hosts at the same values: time, and how many times that of Rust. */
  private static void peers(Results results, StringBuilder text) {
    if (results.peers().isEmpty()) {
      return;
    }
    text.append("%n| work | Rust, typed | Java, typed | Java, dynamic".formatted());
    for (Peer peer : results.peers()) {
      text.append(" | ").append(peer.description());
    }
    text.append(" |%n|---|--:|--:|--:".formatted()).append("|--:".repeat(results.peers().size()));
    text.append("|%n".formatted());
    for (DynamicComparison java : results.dynamic()) {
      Workload workload = java.typed().workload();
      text.append(
          "| %s | %s | %s | %s"
              .formatted(
                  workload.description(),
                  time(java.typed().rust().median()),
                  timeAndRatio(java.typed().java().median(), java.typed().ratio()),
                  timeAndRatio(java.dynamic().java().median(), java.dynamic().ratio())));
      for (Peer peer : results.peers()) {
        text.append(" | ")
            .append(
                results
                    .of(peer, workload)
                    .map(one -> timeAndRatio(one.nanos().median(), one.ratio()))
                    .orElse(""));
      }
      text.append(" |%n".formatted());
    }
  }

  private static String timeAndRatio(double nanos, double ratio) {
    return time(nanos) + " (" + number(ratio < 10 ? "%.2f" : "%,.0f", ratio) + ")";
  }

  private static String limit(Workload workload) {
    return workload.limit().isPresent() ? number("%.2f", workload.limit().getAsDouble()) : "";
  }

  private static String time(double nanos) {
    if (nanos < 10_000) {
      return number("%,.0f ns", nanos);
    }
    if (nanos < 10_000_000) {
      return number("%,.1f µs", nanos / 1000);
    }
    return number("%,.1f ms", nanos / 1e6);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
