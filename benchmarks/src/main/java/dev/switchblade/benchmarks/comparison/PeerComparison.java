package dev.switchblade.benchmarks.comparison;

import java.util.List;

/**
 * What was measured of a workload in another host than Java.
 *
 * @param rounds in their order
 */
record PeerComparison(Peer peer, Workload workload, List<Round> rounds) {

  /**
   * Both, one right after the other.
   *
   * @param peer nanoseconds per operation
   * @param rust nanoseconds per operation, through typed functions
   */
  record Round(double peer, double rust) {
    double ratio() {
      return peer / rust;
    }
  }

  Spread nanos() {
    return Spread.of(rounds.stream().mapToDouble(Round::peer));
  }

  /** The median of the rounds' ratios. */
  double ratio() {
    return Spread.of(rounds.stream().mapToDouble(Round::ratio)).median();
  }
}
