package dev.switchblade.app.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Threads that do something again and again. */
final class Traffic implements AutoCloseable {

  static final int THREADS = 4;

  /** {@code -Dswitches=1000} for more. */
  static final int SWITCHES = Integer.getInteger("switches", 50);

  private final AtomicBoolean over = new AtomicBoolean();
  private final List<FutureTask<Long>> threads = new ArrayList<>();

  Traffic(int count, Callable<?> call) {
    for (int i = 0; i < count; i++) {
      var task =
          new FutureTask<>(
              () -> {
                long calls = 0;
                do {
                  call.call();
                  calls++;
                } while (!over.get());
                return calls;
              });
      threads.add(task);
      Thread.ofPlatform().daemon().start(task);
    }
  }

  /** Ends it; how many calls there were. A call that failed fails this. */
  long end() throws Exception {
    over.set(true);
    long calls = 0;
    for (var thread : threads) {
      calls += thread.get();
    }
    return calls;
  }

  @Override
  public void close() {
    over.set(true);
  }
}
