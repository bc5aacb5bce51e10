package dev.switchblade;

import java.util.List;

/**
 * A limit was reached: of the store's {@link Limits}, or of the engine's pool. The message names
 * the limit, its value, and what was asked for.
 */
public final class ResourceLimitException extends GuestException {

  private static final long serialVersionUID = 1;

  ResourceLimitException(String message, List<GuestFrame> guestTrace) {
    super(message, guestTrace, null);
  }
}
