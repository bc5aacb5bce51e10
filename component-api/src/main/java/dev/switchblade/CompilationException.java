package dev.switchblade;

/** The bytes are not a component, or not a valid one, or need a WebAssembly feature that is off. */
public final class CompilationException extends SwitchbladeException {

  private static final long serialVersionUID = 1;

  CompilationException(String message) {
    super(message);
  }
}
