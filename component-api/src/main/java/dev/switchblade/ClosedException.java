package dev.switchblade;

/**
 * An object was used that is closed: an engine, a component, a core module, a pre-instantiation, a
 * store, a resource. A closed object stays closed; the program has to make another one.
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
}
