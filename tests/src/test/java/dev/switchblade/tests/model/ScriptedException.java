package dev.switchblade.tests.model;

/** What a step throws out of a host function, a visitor, a listener, a consumer or a destructor. */
final class ScriptedException extends Exception {

  private static final long serialVersionUID = 1;

  /** The same, where nothing checked can be thrown. */
  static final class Unchecked extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unchecked() {
      super("as the sequence has it", null, false, false);
    }
  }

  ScriptedException() {
    super("as the sequence has it", null, false, false);
  }
}
