package dev.switchblade.benchmarks.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results for a terminal, a line for each. */
final class TextReport {

  private TextReport() {}

  static String heading() {
    return "%-31s %12s %12s %7s %7s %7s %12s"
        .formatted("workload", "Java ns", "Rust ns", "ratio", "best", "limit", "bytes/call");
  }

  static String line(Comparison comparison) {
    Workload workload = comparison.workload();
    return "%-31s %12s %12s %7s %7s %7s %12s%s"
        .formatted(
            workload.label(),
            number("%,.0f", comparison.java().median()),
            number("%,.0f", comparison.rust().median()),
            number("%.2f", comparison.ratio()),
            number("%.2f", comparison.ratioOfBest()),
            limit(workload),
            number("%,.0f", comparison.bytesPerCall()),
            comparison.isOver() ? "  OVER" : "");
  }

  static String dynamicHeading() {
    return "%n%-31s %12s %12s %7s %7s %7s %12s"
        .formatted("workload", "this way ns", "by hand ns", "ratio", "best", "limit", "bytes/call");
  }

  static String line(DynamicComparison comparison) {
    Workload workload = comparison.workload();
    return "%-31s %12s %12s %7s %7s %7s %12s%s"
        .formatted(
            workload.label(),
            number("%,.0f", comparison.dynamic().java().median()),
            number("%,.0f", comparison.typed().java().median()),
            number("%.2f", comparison.ratio()),
            number("%.2f", comparison.ratioOfBest()),
            limit(workload),
            number("%,.0f", comparison.dynamic().bytesPerCall()),
            comparison.isOver() ? "  OVER" : "");
  }

  /** All hosts at the same values, as multiples of what Rust takes. */
  static String peers(Results results) {
    if (results.peers().isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    text.append("%n%-31s %12s %12s".formatted("times Rust, typed", "Java", "Java dynamic"));
    for (Peer peer : results.peers()) {
      text.append(" %12s".formatted(peer.label()));
    }
    text.append("%n".formatted());
    for (DynamicComparison java : results.dynamic()) {
      Workload workload = java.typed().workload();
      text.append(
          "%-31s %12s %12s"
              .formatted(
                  workload.label(),
                  number("%,.2f", java.typed().ratio()),
                  number("%,.2f", java.dynamic().ratio())));
      for (Peer peer : results.peers()) {
        Optional<PeerComparison> comparison = results.of(peer, workload);
        text.append(
            " %12s".formatted(comparison.map(one -> number("%,.1f", one.ratio())).orElse("-")));
      }
      text.append("%n".formatted());
    }
    return text.toString();
  }

  static String coldStarts(Results results) {
    if (results.coldStarts().isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    text.append("%n%-31s %12s %12s%n".formatted("cold start", "median ms", "best ms"));
    for (ColdStart coldStart : results.coldStarts()) {
      Spread spread = coldStart.spread();
      text.append(
          "%-31s %12s %12s%n"
              .formatted(
                  coldStart.program().label(),
                  number("%.1f", spread.median()),
                  number("%.1f", spread.best())));
    }
    for (ColdLimit limit : ColdLimit.values()) {
      double difference = limit.of(results);
      text.append(
          "%-31s %12s %12s%s%n"
              .formatted(
                  limit.label(),
                  number("%+.1f", difference),
                  "limit " + limit.millis(),
                  limit.isOver(results) ? "  OVER" : ""));
    }
    return text.toString();
  }

  /** Names what is over its limit, or says that nothing is. */
  static String verdict(Results results) {
    List<String> over = results.over();
    return over.isEmpty()
        ? "Everything is within its limit."
        : "Over the limit: " + String.join(", ", over) + ".";
  }

  private static String limit(Workload workload) {
    return workload.limit().isPresent() ? number("%.2f", workload.limit().getAsDouble()) : "-";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
