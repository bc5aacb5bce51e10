package dev.switchblade.conformance;

import org.jspecify.annotations.Nullable;

/**
 * What came of one directive.
 *
 * @param line where it stands in its script, from 1
 * @param directive its name, such as {@code assert_return}
 * @param subject what it is about, such as the function that it calls; may be empty
 * @param status what came of it
 * @param expected what the script expects; null unless it failed
 * @param got what there was instead; null unless it failed
 * @param reason why it was skipped; null unless it was
 */
public record Outcome(
    int line,
    String directive,
    String subject,
    Status status,
    @Nullable String expected,
    @Nullable String got,
    @Nullable String reason) {

  /** How a directive can end. */
  public enum Status {
    /** It holds. */
    PASSED,
    /** It doesn't. */
    FAILED,
    /** It was not tried, or its failure is on the list of what can't pass. */
    SKIPPED
  }

  /** Says whether it is an assertion, and not just a step towards one. */
  public boolean isAssertion() {
    return directive.startsWith("assert_");
  }

  static Outcome passed(int line, String directive, String subject) {
    return new Outcome(line, directive, subject, Status.PASSED, null, null, null);
  }

  static Outcome failed(int line, String directive, String subject, String expected, String got) {
    return new Outcome(line, directive, subject, Status.FAILED, expected, got, null);
  }

  static Outcome skipped(int line, String directive, String subject, String reason) {
    return new Outcome(line, directive, subject, Status.SKIPPED, null, null, reason);
  }

  Outcome asSkipped(String why) {
    return new Outcome(line, directive, subject, Status.SKIPPED, expected, got, why);
  }
}
