package dev.switchblade;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong with a component, for a reason that is not the caller's programming
 * error; those are {@link IllegalArgumentException} and {@link IllegalStateException}.
 */
public class SwitchbladeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message what happened, where, and what to do
   * @param cause what led to it, or null
   */
  public SwitchbladeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Makes an exception without a cause.
   *
   * @param message what happened, where, and what to do
   */
  public SwitchbladeException(String message) {
    super(message);
  }
}
