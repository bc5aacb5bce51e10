package dev.switchblade.conformance;

import dev.switchblade.conformance.Outcome.Status;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of all scripts.
 *
 * @param files one entry per script, in the order of their paths
 */
public record Report(List<FileReport> files) {

  /**
   * What came of one script.
   *
   * @param file the script
   * @param features the proposals that were turned on for it, by name
   * @param outcomes one per directive, in the script's order; a script that can't be read has one
   */
  public record FileReport(Path file, List<String> features, List<Outcome> outcomes) {
    /** Copies the lists. */
    public FileReport {
      features = List.copyOf(features);
      outcomes = List.copyOf(outcomes);
    }

    /** How many directives ended so. */
    public long count(Status status) {
      return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    /** How many assertions ended so: directives that are mere steps are left out. */
    public long assertions(Status status) {
      return outcomes.stream()
          .filter(outcome -> outcome.isAssertion() && outcome.status() == status)
          .count();
    }
  }

  /** Copies the list. */
  public Report {
    files = List.copyOf(files);
  }

  /** How many directives ended so, in all scripts. */
  public long count(Status status) {
    return files.stream().mapToLong(file -> file.count(status)).sum();
  }

  /** How many assertions ended so, in all scripts. */
  public long assertions(Status status) {
    return files.stream().mapToLong(file -> file.assertions(status)).sum();
  }

  /** How many scripts have a directive that ended so. */
  public long filesWith(Status status) {
    return files.stream().filter(file -> file.count(status) != 0).count();
  }

  /** Says whether nothing failed. */
  public boolean isSuccess() {
    return count(Status.FAILED) == 0;
  }
}
