package dev.switchblade.internal.store;

import dev.switchblade.internal.upcall.UpcallFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The host functions of one store that have been called and have not ended. Used by the thread that
 * is in the store; any thread may end one.
 */
public final class PendingCalls {

  /** After this long the native library looks whether the call is still to go on. */
  private static final int PATIENCE_MILLIS = 10;

  private final Map<Long, PendingCall> calls = new HashMap<>();
  private final BlockingQueue<PendingCall> ended = new LinkedBlockingQueue<>();
  private long last;

  /** A host function that has been called. */
  static final class PendingCall {
    final long number;
    final UpcallFunction function;
    private final CompletableFuture<?> future;
    private @Nullable Object result;
    private @Nullable Throwable thrown;

    PendingCall(long number, UpcallFunction function, CompletableFuture<?> future) {
      this.number = number;
      this.function = function;
      this.future = future;
    }

    /** What it ended with. */
    @Nullable Object result() throws Throwable {
      if (thrown != null) {
        throw cause(thrown);
      }
      return result;
    }
  }

  /** What a stage failed with, without what stages wrap it in. */
  private static Throwable cause(Throwable thrown) {
    Throwable inner = thrown instanceof CompletionException ? thrown.getCause() : null;
    return inner == null ? thrown : inner;
  }

  /** Adds a call; returns its number, which is positive. */
  public long add(UpcallFunction function, CompletableFuture<?> future) {
    var call = new PendingCall(++last, function, future);
    calls.put(call.number, call);
    // What comes of it is told by the queue.
    var _ =
        future.whenComplete(
            (result, thrown) -> {
              call.result = result;
              call.thrown = thrown;
              ended.add(call);
            });
    return call.number;
  }

  /** Waits a little for one to end, and takes it out; null if none has. */
  @Nullable PendingCall take() throws InterruptedException {
    while (true) {
      PendingCall call = ended.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (call == null || calls.remove(call.number) != null) {
        return call;
      }
    }
  }

  /** Takes one out that has ended, or null. */
  @Nullable PendingCall poll() {
    while (true) {
      PendingCall call = ended.poll();
      if (call == null || calls.remove(call.number) != null) {
        return call;
      }
    }
  }

  /** Nobody waits for it any more. */
  void abandon(long number) {
    PendingCall call = calls.remove(number);
    if (call != null) {
      call.future.cancel(true);
    }
  }

  /** Nobody waits for any of them: their store is gone. */
  void abandonAll() {
    for (Long number : calls.keySet().toArray(Long[]::new)) {
      try {
        abandon(number);
      } catch (Throwable e) {
        // A future of the user's own; the others are to hear of it all the same.
        System.getLogger(PendingCalls.class.getName())
            .log(System.Logger.Level.WARNING, "cancelling what a guest waited for", e);
      }
    }
  }
}
