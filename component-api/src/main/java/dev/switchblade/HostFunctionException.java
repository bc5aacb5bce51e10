package dev.switchblade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host function threw an exception, which stopped the guest that had called it. The exception is
 * the {@linkplain #getCause() cause}.
 */
public final class HostFunctionException extends GuestException {

  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message what was called, and what the host function threw
   * @param guestTrace the guest's stack, innermost function first
   * @param cause what the host function threw, or null
   */
  public HostFunctionException(
      String message, List<GuestFrame> guestTrace, @Nullable Throwable cause) {
    super(message, guestTrace, cause);
  }
}
