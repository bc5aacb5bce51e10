package dev.switchblade.benchmarks.comparison;

import java.util.List;

/**
 * What was measured of a workload.
 *
 * @param rounds in their order, of all JVMs
 * @param bytesPerCall what Java allocates on its heap, per operation
 */
record Comparison(Workload workload, List<Round> rounds, double bytesPerCall) {

  /**
   * Both sides, one right after the other.
   *
   * @param java nanoseconds per operation
   * @param rust nanoseconds per operation
   */
  record Round(double java, double rust) {
    double ratio() {
      return java / rust;
    }
  }

  Spread java() {
    return Spread.of(rounds.stream().mapToDouble(Round::java));
  }

  Spread rust() {
    return Spread.of(rounds.stream().mapToDouble(Round::rust));
  }

  /**
   * The median of the rounds' ratios: a machine that slows down for a while slows down both sides
   * of a round, and a round in which it did for one of them is not in the middle.
   */
  double ratio() {
    return Spread.of(rounds.stream().mapToDouble(Round::ratio)).median();
  }

  /**
   * The ratio of the best rounds: what is left when nothing interferes, if that ever was the case.
   */
  double ratioOfBest() {
    return java().best() / rust().best();
  }

  boolean isOver() {
    return workload.isOver(ratio());
  }
}
