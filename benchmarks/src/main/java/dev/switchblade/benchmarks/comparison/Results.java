package dev.switchblade.benchmarks.comparison;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of all of it.
 *
 * @param effort the name of the {@link Effort}
 * @param wasmtime the version, on both sides
 * @param profile how both sides were built
 * @param comparisons of Java with Rust
 * @param dynamic comparisons within Java
 * @param peers the other hosts that were measured
 * @param peerComparisons of these with Rust
 */
record Results(
    Machine machine,
    LocalDate date,
    String effort,
    String wasmtime,
    String profile,
    List<Comparison> comparisons,
    List<DynamicComparison> dynamic,
    List<Peer> peers,
    List<PeerComparison> peerComparisons,
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
    for (DynamicComparison comparison : dynamic) {
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

  /** What a peer was measured at, if it does that workload. */
  Optional<PeerComparison> of(Peer peer, Workload workload) {
    return peerComparisons.stream()
        .filter(comparison -> comparison.peer().equals(peer) && comparison.workload() == workload)
        .findFirst();
  }
}
