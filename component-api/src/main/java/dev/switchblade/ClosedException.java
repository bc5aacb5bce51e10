package dev.switchblade;

import org.jspecify.annotations.Nullable;

/**
 * An object was used that is closed: an engine, a component, a core module, a pre-instantiation, a
 * store, a resource. A closed object stays closed; the program has to make another one. (A {@link
 * dev.switchblade.abi.Call} is used again: one that is over is told by a plain {@link
 * IllegalStateException}.)
 *
 * <p>It is an {@link IllegalStateException}, because whoever owns the objects can avoid it. A
 * program whose threads share a store tells by it that the store was closed, and not {@linkplain
 * StoreBusyException in use} or {@linkplain StoreLostException lost}.
 */
public final class ClosedException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message which object is closed
   */
  public ClosedException(String message) {
    super(message);
  }

  /**
   * Makes an exception with a cause.
   *
   * @param message which object is closed, and where it was to be used
   * @param cause what found it out, or null
   */
  public ClosedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
