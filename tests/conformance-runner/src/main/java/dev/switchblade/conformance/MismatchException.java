package dev.switchblade.conformance;

/** Something is not what a script says. */
final class MismatchException extends Exception {

  private static final long serialVersionUID = 1;

  private final String expected;
  private final String got;

  MismatchException(String expected, String got) {
    super("expected " + expected + ", got " + got);
    this.expected = expected;
    this.got = got;
  }

  String expected() {
    return expected;
  }

  String got() {
    return got;
  }
}
