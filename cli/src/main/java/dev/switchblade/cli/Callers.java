package dev.switchblade.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Threads that make a call again and again, without a pause, until they are closed. */
final class Callers implements AutoCloseable {

  /** Between two looks at how many there are. */
  private static final long PAUSE_NANOS = 100_000;

  private final List<Thread> threads = new ArrayList<>();
  private final LongAdder calls = new LongAdder();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean over;

  Callers(int count, Runnable call) {
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().start(() -> make(call)));
    }
  }

  private void make(Runnable call) {
    try {
      while (!over) {
        call.run();
        calls.increment();
      }
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  /** How many calls were made. */
  long calls() {
    return calls.sum();
  }

  /** Waits until so many more calls were made. */
  void makeAtLeast(long more) {
    long wanted = calls() + more;
    while (calls() < wanted && failure.get() == null) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /**
   * Lets each call that is being made come to its end.
   *
   * @throws IllegalStateException if one has failed
   */
  void stop() {
    over = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a call has failed", failed);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
