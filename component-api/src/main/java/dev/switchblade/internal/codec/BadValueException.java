package dev.switchblade.internal.codec;

import dev.switchblade.ClosedException;
import dev.switchblade.InvalidValueException;

/**
 * A value that is not of its WIT type, on its way out of nested codecs, each of which says where it
 * was. Users see an {@link InvalidValueException} with the whole path.
 */
final class BadValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String problem;

  /** From the parameter's name to the bad value, such as {@code [3].name}. */
  private String path = "";

  BadValueException(String problem) {
    super(problem);
    this.problem = problem;
  }

  /** Of an object that can't be used any more: users see an {@link IllegalStateException}. */
  BadValueException(RuntimeException cause) {
    super(cause.getMessage(), cause);
    this.problem =
        cause instanceof InvalidValueException invalid
            ? invalid.problem()
            : String.valueOf(cause.getMessage());
  }

  /** Puts a step in front of the path. */
  BadValueException in(String step) {
    path = step + path;
    return this;
  }

  /** The complaint as users see it. */
  RuntimeException at(String place) {
    String where = place + path;
    Throwable cause = getCause();
    // No switch: its first run links it, which fails for good if the stack ends meanwhile.
    if (cause instanceof ClosedException) {
      return new ClosedException(where + ": " + problem, cause);
    }
    return cause instanceof IllegalStateException
        ? new IllegalStateException(where + ": " + problem, cause)
        : new InvalidValueException(where, problem, cause);
  }
}
