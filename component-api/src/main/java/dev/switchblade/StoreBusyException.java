package dev.switchblade;

/**
 * A store was entered while a thread is in it: another one, or the calling one, which is in a host
 * function of that store's guest. Nothing has run; the same call works when the store is free.
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
