package dev.switchblade;

/**
 * A store was entered while a thread is in it. Nothing has run.
 *
 * <p>If it is another thread, the same call works when that one has left. If it is the calling
 * thread itself, waiting would be for ever: it is in a host function, a visitor or a destructor of
 * that store's guest, or it has begun a {@link Call} there and not closed it.
 *
 * @see Store the rules for threads
 */
public final class StoreBusyException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message who is in the store
   */
  public StoreBusyException(String message) {
    super(message);
  }
}
