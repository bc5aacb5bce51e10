package dev.switchblade.benchmarks.comparison;

/**
 * The dynamic way beside the typed one, in Java.
 *
 * <p>Both took turns with the same work in Rust; so what the machine did meanwhile cancels out.
 */
record DynamicComparison(Comparison dynamic, Comparison typed) {

  Workload workload() {
    return dynamic.workload();
  }

  double ratio() {
    return dynamic.ratio() / typed.ratio();
  }

  double ratioOfBest() {
    return dynamic.ratioOfBest() / typed.ratioOfBest();
  }

  boolean isOver() {
    return workload().isOver(ratio());
  }
}
