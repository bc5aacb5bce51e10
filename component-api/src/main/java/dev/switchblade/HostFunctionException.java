package dev.switchblade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host function threw an exception, which stopped the guest that had called it. The exception is
 * the {@linkplain #getCause() cause}.
 */
public final class HostFunctionException extends GuestException {

  private static final long serialVersionUID = 1;

  HostFunctionException(String message, List<GuestFrame> guestTrace, @Nullable Throwable cause) {
    super(message, guestTrace, cause);
  }
}
