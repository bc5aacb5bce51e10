package dev.switchblade.benchmarks.comparison;

import java.util.List;
import java.util.Locale;

/** Results for a terminal, a line for each. */
final class TextReport {

  private TextReport() {}

  static String heading() {
    return "%-20s %12s %12s %7s %7s %7s %12s"
        .formatted("workload", "Java ns", "Rust ns", "ratio", "best", "limit", "bytes/call");
  }

  static String line(Comparison comparison) {
    Workload workload = comparison.workload();
    String limit =
        workload.limit().isPresent() ? number("%.2f", workload.limit().getAsDouble()) : "-";
    return "%-20s %12s %12s %7s %7s %7s %12s%s"
        .formatted(
            workload.label(),
            number("%,.0f", comparison.java().median()),
            number("%,.0f", comparison.rust().median()),
            number("%.2f", comparison.ratio()),
            number("%.2f", comparison.ratioOfBest()),
            limit,
            number("%,.0f", comparison.bytesPerCall()),
            comparison.isOver() ? "  OVER" : "");
  }

  static String coldStarts(Results results) {
    if (results.coldStarts().isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    text.append("%n%-20s %12s %12s%n".formatted("cold start", "median ms", "best ms"));
    for (ColdStart coldStart : results.coldStarts()) {
      Spread spread = coldStart.spread();
      text.append(
          "%-20s %12s %12s%n"
              .formatted(
                  coldStart.program().label(),
                  number("%.1f", spread.median()),
                  number("%.1f", spread.best())));
    }
    for (ColdLimit limit : ColdLimit.values()) {
      double difference = limit.of(results);
      text.append(
          "%-20s %12s %12s%s%n"
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

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
