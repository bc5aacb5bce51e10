package dev.switchblade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guest trapped: it did what WebAssembly or the canonical ABI forbids, or gave up by itself. */
public final class TrapException extends GuestException {

  private static final long serialVersionUID = 1;

  private final TrapCode code;

  /**
   * Makes an exception.
   *
   * @param message what was called, and what the guest did
   * @param code why it trapped
   * @param guestTrace the guest's stack, innermost function first
   * @param cause what led to it, or null
   */
  public TrapException(
      String message, TrapCode code, List<GuestFrame> guestTrace, @Nullable Throwable cause) {
    super(message, guestTrace, cause);
    this.code = code;
  }

  /** Why it trapped. */
  public TrapCode code() {
    return code;
  }
}
