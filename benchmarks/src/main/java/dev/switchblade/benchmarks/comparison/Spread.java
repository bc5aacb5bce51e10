package dev.switchblade.benchmarks.comparison;

import java.util.stream.DoubleStream;

/** The least and the middle of some figures. */
record Spread(double best, double median) {

  static Spread of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median);
  }
}
