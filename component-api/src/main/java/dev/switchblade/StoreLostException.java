package dev.switchblade;

import org.jspecify.annotations.Nullable;

/**
 * A store was used whose guest was stopped half-way before, by a failure, a limit or its own exit:
 * what is in its memory is half done. What that call got is the {@linkplain #getCause() cause}. The
 * program has to close the store and to go on with a new one.
 */
public final class StoreLostException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message what can't be done
   * @param cause what ended the store; null if there was no memory to say it
   */
  public StoreLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
