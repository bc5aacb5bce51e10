package dev.switchblade.conformance.wasi;

/** Ends a test that doesn't hold. The message says what was expected and what there was. */
final class FailedTestException extends Exception {

  private static final long serialVersionUID = 1;

  FailedTestException(String message) {
    super(message);
  }

  static FailedTestException expected(String what, Object got) {
    return new FailedTestException("expected " + what + ", got " + got);
  }
}
