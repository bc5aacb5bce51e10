package dev.switchblade;

import java.util.List;

/**
 * A call was ended by {@link Store#interrupt}, or because the thread that made it was interrupted;
 * that thread's interrupt status is kept then.
 */
public final class GuestInterruptedException extends GuestException {

  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message what was called, and what ended it
   * @param guestTrace the guest's stack, innermost function first
   */
  public GuestInterruptedException(String message, List<GuestFrame> guestTrace) {
    super(message, guestTrace, null);
  }
}
