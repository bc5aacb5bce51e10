package dev.switchblade.internal.owner;

import dev.switchblade.GuestInterruptedException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has guests that virtual threads call run on threads of a pool, while the virtual ones are parked.
 * A native call pins the carrier of a virtual thread, and there are only as many of these as
 * processors.
 *
 * <p>The thread of the pool is in the store in the place of the one that waits, so that host
 * functions find what is theirs. The one that waits doesn't go on before the other has left,
 * whatever happens to it meanwhile: the guest's memory depends on that.
 */
public final class Offload {

  private final StoreOwner owner;
  private final Executor pool;

  /** What waits for a thread of the pool, or runs on one; null if nothing does. */
  private volatile @Nullable Task<?> current;

  public Offload(StoreOwner owner, Executor pool) {
    this.owner = owner;
    this.pool = pool;
  }

  /** Says whether the calling thread is one whose guests run elsewhere. */
  public static boolean isWanted() {
    return Thread.currentThread().isVirtual();
  }

  /**
   * Runs a guest. The calling thread is in the store, which is running.
   *
   * @param guest throws only what is thrown before anything has run
   * @throws GuestInterruptedException if this thread or the store was interrupted before the pool
   *     had a thread for it: nothing has run
   * @throws RejectedExecutionException if the pool refuses: nothing has run
   */
  public <T> T run(Supplier<T> guest) {
    var task = new Task<>(guest, Thread.currentThread());
    current = task;
    try {
      return run(task);
    } finally {
      current = null;
    }
  }

  private <T> T run(Task<T> task) {
    try {
      pool.execute(task);
    } catch (Throwable e) {
      // A pool may have queued it, and fail to make a thread for it after that.
      if (task.giveUp(null)) {
        throw e;
      }
    }
    boolean interrupted = false;
    while (!task.over) {
      try {
        LockSupport.park(task);
        interrupted |= Thread.interrupted();
        if (interrupted) {
          task.interrupt();
        }
      } catch (OutOfMemoryError | StackOverflowError e) {
        // Going on would mean to be in a store whose guest runs.
        Thread.onSpinWait();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return task.result();
  }

  /**
   * Ends what waits for a thread of the pool, if something does: it has not run, and will not. What
   * runs already is ended by native code. Any thread may ask.
   */
  public void interruptWaiting() {
    Task<?> waits = current;
    if (waits != null) {
      waits.giveUp("the store");
    }
  }

  /** What a thread of the pool does. */
  private final class Task<T> implements Runnable {

    private final Thread waiting;

    /** Null once it is begun, or will not be. */
    private @Nullable Supplier<T> guest;

    /** Who runs it now; guarded, as all that is not final, by this object, unless it is over. */
    private @Nullable Thread runner;

    private boolean runnerInterrupted;

    private @Nullable T result;
    private @Nullable Throwable thrown;

    /** Whether the thread that waits may go on. Written last. */
    private volatile boolean over;

    Task(Supplier<T> guest, Thread waiting) {
      this.guest = guest;
      this.waiting = waiting;
    }

    @Override
    public void run() {
      Supplier<T> begun = begin();
      if (begun == null) {
        return;
      }
      try {
        result = owner.inPlaceOf(begun);
      } catch (Throwable e) {
        thrown = e;
      } finally {
        try {
          leaveThread();
        } finally {
          // Here, where it takes no stack: a pool may run this on the thread that waits for it, at
          // the end of its stack.
          over = true;
          LockSupport.unpark(waiting);
        }
      }
    }

    private synchronized @Nullable Supplier<T> begin() {
      Supplier<T> begun = guest;
      guest = null;
      if (begun != null) {
        runner = Thread.currentThread();
      }
      return begun;
    }

    private synchronized void leaveThread() {
      runner = null;
      if (runnerInterrupted) {
        // The next task of this thread is none of the interrupted one's business.
        Thread.interrupted();
      }
    }

    /**
     * Has it not run, if nobody does yet; says whether that is so.
     *
     * @param interrupted what was interrupted, so that the call fails because of that; null if it
     *     fails for another reason
     */
    synchronized boolean giveUp(@Nullable String interrupted) {
      if (guest == null) {
        return false;
      }
      guest = null;
      if (interrupted != null) {
        thrown =
            new GuestInterruptedException(
                interrupted
                    + " was interrupted before the pool had a thread to run the guest on; nothing"
                    + " has run",
                List.of());
        over = true;
        LockSupport.unpark(waiting);
      }
      return true;
    }

    /** Passes an interrupt on to who runs it; has it not run, if nobody does yet. */
    synchronized void interrupt() {
      if (!giveUp("the thread") && runner != null && !runnerInterrupted) {
        runnerInterrupted = true;
        runner.interrupt();
      }
    }

    /** What came out of it, once it is over. */
    @SuppressWarnings("NullAway")
    T result() {
      Throwable failure = thrown;
      if (failure instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      return result;
    }
  }
}
