package dev.switchblade.internal.store;

import dev.switchblade.GuestException;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.internal.ffi.NativeError;
import org.jspecify.annotations.Nullable;

/** Why calls in a store fail, as far as the host knows. */
final class Failures {

  /** Why an upcall failed, until the call has ended. */
  private @Nullable Throwable thrown;

  /** What was done when it was thrown, such as {@code the host function logger}. */
  private String thrownBy = "";

  /** Why guests' output was lost the last time: kept, because guests find the stream closed. */
  private @Nullable Throwable lostOutput;

  /** A limit that was reached on behalf of a host function. */
  private @Nullable ResourceLimitException limitReached;

  /** Records why an upcall failed; the first reason counts. */
  void record(Throwable reason, String by) {
    if (thrown == null) {
      thrown = reason;
      thrownBy = by;
    }
  }

  /**
   * Records why a stream of the host's didn't take guests' output. That alone ends no call: a guest
   * that is told of it may go on, and if it gives up instead, then or later, this may be why.
   */
  void recordLostOutput(Throwable reason) {
    lostOutput = reason;
  }

  /** Records that a host function reached a limit of the store. */
  void record(ResourceLimitException reached) {
    limitReached = reached;
  }

  /**
   * The exception for an error that a call ended with.
   *
   * @param context what was called
   * @param seen what a visitor of lists threw
   */
  RuntimeException exception(NativeError error, String context, @Nullable Throwable seen) {
    Throwable lost = lostOutput;
    boolean isLossTheCause = error.isLostOutput();
    if (lost != null && isLossTheCause) {
      thrown = lost;
      thrownBy = "the stream of the guest's standard output or error";
    }
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
    if (lost != null && !isLossTheCause && exception instanceof GuestException) {
      exception.addSuppressed(lost);
    }
    if (seen != null) {
      exception.addSuppressed(seen);
    }
    return exception;
  }
}
