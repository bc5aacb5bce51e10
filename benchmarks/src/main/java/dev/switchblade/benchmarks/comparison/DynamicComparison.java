package dev.switchblade.benchmarks.comparison;

import java.util.stream.IntStream;

/**
 * Another way beside the typed one that is written by hand, in Java.
 *
 * <p>Both took turns, with the same work in Rust: round by round, they met the same machine.
 */
record DynamicComparison(Comparison dynamic, Comparison typed) {

  Workload workload() {
    return dynamic.workload();
  }

  /** The median of the rounds' ratios. */
  double ratio() {
    return Spread.of(
            IntStream.range(0, dynamic.rounds().size())
                .mapToDouble(i -> dynamic.rounds().get(i).java() / typed.rounds().get(i).java()))
        .median();
  }

  double ratioOfBest() {
    return dynamic.java().best() / typed.java().best();
  }

  boolean isOver() {
    return workload().isOver(ratio());
  }
}
