package dev.switchblade.benchmarks.comparison;

import dev.switchblade.benchmarks.comparison.ColdStart.Program;

/** By how much a cold start may take longer than that of a hello-world. */
enum ColdLimit {
  PLAIN("java - hello", Program.JAVA, Program.HELLO, 150),
  AOT("the same, AOT cache", Program.JAVA_AOT, Program.HELLO_AOT, 100);

  private final String label;
  private final Program program;
  private final Program hello;
  private final int millis;

  ColdLimit(String label, Program program, Program hello, int millis) {
    this.label = label;
    this.program = program;
    this.hello = hello;
    this.millis = millis;
  }

  String label() {
    return label;
  }

  int millis() {
    return millis;
  }

  /** The difference of the medians, in milliseconds. */
  double of(Results results) {
    return results.coldStart(program).spread().median()
        - results.coldStart(hello).spread().median();
  }

  boolean isOver(Results results) {
    return of(results) > millis;
  }
}
