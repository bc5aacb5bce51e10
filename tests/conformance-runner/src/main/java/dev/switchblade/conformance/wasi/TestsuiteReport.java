package dev.switchblade.conformance.wasi;

import dev.switchblade.conformance.Outcome.Status;
import java.util.List;

/**
 * What came of all suites.
 *
 * @param suites in the order of their paths
 */
public record TestsuiteReport(List<SuiteReport> suites) {

  /**
   * What came of one suite.
   *
   * @param suite which one
   * @param tests by name
   */
  public record SuiteReport(Suite suite, List<TestOutcome> tests) {
    /** Copies the list. */
    public SuiteReport {
      tests = List.copyOf(tests);
    }

    /** How many tests ended so. */
    public long count(Status status) {
      return tests.stream().filter(test -> test.status() == status).count();
    }
  }

  /** Copies the list. */
  public TestsuiteReport {
    suites = List.copyOf(suites);
  }

  /** How many tests ended so, in all suites. */
  public long count(Status status) {
    return suites.stream().mapToLong(suite -> suite.count(status)).sum();
  }

  /** Says whether nothing failed. */
  public boolean isSuccess() {
    return count(Status.FAILED) == 0;
  }
}
