package dev.switchblade.internal.store;

import dev.switchblade.ResourceLimitException;
import dev.switchblade.internal.ffi.NativeError;
import org.jspecify.annotations.Nullable;

/** Why a call in a store failed, as far as the host knows: until the call has ended. */
final class Failures {

  private @Nullable Throwable thrown;

  /** What was done when it was thrown, such as {@code the host function logger}. */
  private String thrownBy = "";

  /** A limit that was reached on behalf of a host function. */
  private @Nullable ResourceLimitException limitReached;

  /** Records why an upcall failed; the first reason counts. */
  void record(Throwable reason, String by) {
    if (thrown == null) {
      thrown = reason;
      thrownBy = by;
    }
  }

  /** Records that a host function reached a limit of the store. */
  void record(ResourceLimitException reached) {
    limitReached = reached;
  }

  /**
   * The exception for an error that a call ended with, of which this knows nothing afterwards.
   *
   * @param context what was called
   * @param seen what a visitor of lists threw
   */
  RuntimeException exception(NativeError error, String context, @Nullable Throwable seen) {
    Throwable cause = thrown;
    ResourceLimitException limit = limitReached;
    thrown = null;
    limitReached = null;
    RuntimeException exception =
        limit != null && cause == limit
            ? new ResourceLimitException(
                context + ": " + limit.getMessage(), limit.limit(), limit.value(), error.trace())
            : error.toException(context, cause, thrownBy);
    if (cause != null && exception.getCause() == null) {
      exception.addSuppressed(cause);
    }
    if (seen != null) {
      exception.addSuppressed(seen);
    }
    return exception;
  }
}
