package dev.switchblade.tests.model;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads that sequences have besides their first one; the same for all sequences. */
final class Threads {

  /** Room for calls within calls. */
  static final long STACK_SIZE = 32 << 20;

  private final List<ExecutorService> helpers = List.of(helper("second"), helper("third"));

  private static ExecutorService helper(String name) {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name(name).stackSize(STACK_SIZE).factory());
  }

  Future<?> start(int helper, Runnable task) {
    return helpers.get(helper).submit(task);
  }

  static void join(Future<?> task) {
    try {
      task.get();
    } catch (InterruptedException e) {
      throw new Violation("the thread was interrupted", e);
    } catch (ExecutionException e) {
      throw new Violation("another thread failed", e.getCause());
    }
  }
}
