package dev.switchblade.benchmarks.comparison;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results with every round, for programs. */
final class JsonReport {

  private JsonReport() {}

  static String of(Results results) {
    Machine machine = results.machine();
    return """
    {
      "machine": {"cores": %d, "processor": %s, "system": %s, "load": %s},
      "jdk": %s,
      "date": %s,
      "effort": %s,
      "wasmtime": %s,
      "profile": %s,
      "workloads": %s,
      "dynamic": %s,
      "peers": %s,
      "coldStarts": %s
    }
    """
        .formatted(
            machine.cores(),
            string(machine.processor()),
            string(machine.system()),
            number(machine.load()),
            string(machine.jdk()),
            string(results.date().toString()),
            string(results.effort()),
            string(results.wasmtime()),
            string(results.profile()),
            array(results.comparisons(), JsonReport::comparison),
            array(results.dynamic(), JsonReport::dynamic),
            array(results.peerComparisons(), JsonReport::peer),
            array(results.coldStarts(), JsonReport::coldStart));
  }

  private static String comparison(Comparison comparison) {
    Workload workload = comparison.workload();
    return """
    {"name": %s, "ratio": %s, "ratioOfBest": %s, "limit": %s, "bytesPerCall": %s,
        "javaNanos": %s, "rustNanos": %s,
        "rounds": %s}\
    """
        .formatted(
            string(workload.label()),
            number(comparison.ratio()),
            number(comparison.ratioOfBest()),
            limit(workload),
            number(comparison.bytesPerCall()),
            spread(comparison.java()),
            spread(comparison.rust()),
            rounds(comparison));
  }

  /** Its ratio is to the typed way. */
  private static String dynamic(DynamicComparison comparison) {
    Comparison dynamic = comparison.dynamic();
    return """
    {"name": %s, "typed": %s, "ratio": %s, "ratioOfBest": %s, "limit": %s, "bytesPerCall": %s,
        "ratioToRust": %s, "javaNanos": %s, "typedNanos": %s, "rustNanos": %s,
        "rounds": %s,
        "typedRounds": %s}\
    """
        .formatted(
            string(comparison.workload().label()),
            string(comparison.typed().workload().label()),
            number(comparison.ratio()),
            number(comparison.ratioOfBest()),
            limit(comparison.workload()),
            number(dynamic.bytesPerCall()),
            number(dynamic.ratio()),
            spread(dynamic.java()),
            spread(comparison.typed().java()),
            spread(dynamic.rust()),
            rounds(dynamic),
            rounds(comparison.typed()));
  }

  private static String rounds(Comparison comparison) {
    return comparison.rounds().stream()
        .map(
            round ->
                "{\"java\": " + number(round.java()) + ", \"rust\": " + number(round.rust()) + "}")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String peer(PeerComparison comparison) {
    return """
    {"name": %s, "peer": %s, "description": %s, "ratio": %s, "nanos": %s,
        "rounds": %s}\
    """
        .formatted(
            string(comparison.workload().label()),
            string(comparison.peer().label()),
            string(comparison.peer().description()),
            number(comparison.ratio()),
            spread(comparison.nanos()),
            comparison.rounds().stream()
                .map(
                    round ->
                        "{\"peer\": "
                            + number(round.peer())
                            + ", \"rust\": "
                            + number(round.rust())
                            + "}")
                .collect(Collectors.joining(", ", "[", "]")));
  }

  private static String limit(Workload workload) {
    return workload.limit().isPresent() ? number(workload.limit().getAsDouble()) : "null";
  }

  private static String coldStart(ColdStart coldStart) {
    return "{\"name\": %s, \"millis\": %s, \"starts\": %s}"
        .formatted(
            string(coldStart.program().label()),
            spread(coldStart.spread()),
            coldStart.millis().stream()
                .map(JsonReport::number)
                .collect(Collectors.joining(", ", "[", "]")));
  }

  private static String spread(Spread spread) {
    return "{\"best\": " + number(spread.best()) + ", \"median\": " + number(spread.median()) + "}";
  }

  private static <T> String array(List<T> items, Function<T, String> json) {
    return items.isEmpty()
        ? "[]"
        : items.stream().map(json).collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String string(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
