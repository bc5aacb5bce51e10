package dev.switchblade.benchmarks.comparison;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of all of it.
 *
 * @param effort the name of the {@link Effort}
 * @param wasmtime the version, on both sides
 * @param profile how both sides were built
 */
record Results(
    Machine machine,
    LocalDate date,
    String effort,
    String wasmtime,
    String profile,
    List<Comparison> comparisons,
    List<ColdStart> coldStarts) {

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** The names of all that is over its limit. */
  List<String> over() {
    List<String> over = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      if (comparison.isOver()) {
        over.add(comparison.workload().label());
      }
    }
    if (!coldStarts.isEmpty()) {
      for (ColdLimit limit : ColdLimit.values()) {
        if (limit.isOver(this)) {
          over.add(limit.label());
        }
      }
    }
    return over;
  }

  ColdStart coldStart(ColdStart.Program program) {
    return coldStarts.stream()
        .filter(coldStart -> coldStart.program() == program)
        .findFirst()
        .orElseThrow();
  }
}
