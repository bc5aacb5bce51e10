package dev.switchblade;

import dev.switchblade.abi.Call;

/**
 * A store was entered while a thread is in it. Nothing has run.
 *
 * <p>If it is another thread, the same call works when that one has left. If it is the calling
 * thread itself, waiting would be for ever: its guest waits for what the thread is doing, which may
 * be a host function, a visitor, a destructor, a stream or a listener of the program's, or it has
 * begun a {@link Call} there and not closed it.
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
