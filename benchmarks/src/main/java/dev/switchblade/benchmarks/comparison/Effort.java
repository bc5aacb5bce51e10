package dev.switchblade.benchmarks.comparison;

/**
 * How long is measured.
 *
 * @param name for the reports
 * @param forks JVMs per workload, each with a warm-up of its own
 * @param warmups JMH's warm-up iterations per JVM
 * @param warmupMillis the length of one
 * @param rounds per JVM
 * @param roundMillis the length of one, for each side
 * @param peerRounds of each other host, of which a factor is of interest and no percentage
 * @param coldStarts of each program
 */
record Effort(
    String name,
    int forks,
    int warmups,
    int warmupMillis,
    int rounds,
    int roundMillis,
    int peerRounds,
    int coldStarts) {

  /** A workload in some eight seconds. */
  static final Effort QUICK = new Effort("quick", 1, 5, 400, 9, 200, 3, 7);

  /** For figures of record. */
  static final Effort FULL = new Effort("full", 3, 5, 1000, 10, 500, 9, 20);
}
