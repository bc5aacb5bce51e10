package dev.switchblade.codegen;

/** WIT that no Java can be made of; the message says why, and points at file, line and column. */
public final class GenerationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  GenerationException(String message) {
    super(message);
  }

  GenerationException(String message, Throwable cause) {
    super(message, cause);
  }
}
