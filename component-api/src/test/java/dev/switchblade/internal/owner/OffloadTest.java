package dev.switchblade.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.GuestInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guests that run on another thread than the one that is in the store. */
final class OffloadTest {

  private final StoreOwner owner = new StoreOwner();

  private static Executor threads() {
    return task -> Thread.ofPlatform().name("elsewhere").start(task);
  }

  private void enterAndRun() {
    owner.enter();
    owner.startRunning();
  }

  @Test
  void theThreadThatRunsTheGuestIsInTheStore() {
    enterAndRun();
    Thread caller = Thread.currentThread();
    String ran =
        new Offload(owner, threads())
            .run(
                () -> {
                  assertTrue(owner.isInGuest());
                  assertFalse(caller == Thread.currentThread());
                  owner.startHostFunction();
                  assertTrue(owner.isAt(StoreOwner.IN_HOST_FUNCTION));
                  owner.startRunning();
                  return Thread.currentThread().getName();
                });
    assertEquals("elsewhere", ran);
    assertTrue(owner.isInGuest());
    owner.startReading();
    owner.leave();
    assertTrue(owner.tryEnter());
  }

  /** The thread of the pool has ended by then, and is not taken for the one that is in there. */
  @Test
  void theStoreIsTheCallersAgainWhateverBecomesOfTheOther() throws Exception {
    enterAndRun();
    List<Thread> started = new ArrayList<>();
    Executor counting = task -> started.add(Thread.ofPlatform().name("elsewhere").start(task));
    var thrown = new IllegalStateException("before anything ran");
    var offload = new Offload(owner, counting);
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                offload.run(
                    () -> {
                      throw thrown;
                    })));
    started.getFirst().join();
    assertTrue(owner.isInGuest());
    Thread.ofPlatform().start(() -> assertFalse(owner.tryEnter())).join();
    assertTrue(owner.isInGuest());
  }

  @Test
  void errorsAreThrownOn() {
    enterAndRun();
    var error = new StackOverflowError("there");
    assertSame(
        error,
        assertThrows(
            StackOverflowError.class,
            () ->
                new Offload(owner, threads())
                    .run(
                        () -> {
                          throw error;
                        })));
  }

  @Test
  void whatAPoolRefusesNeverRuns() {
    enterAndRun();
    List<Runnable> queued = new ArrayList<>();
    Executor failing =
        task -> {
          // As a pool that can't make the thread for what it has queued.
          queued.add(task);
          throw new RejectedExecutionException("no thread");
        };
    List<String> ran = new ArrayList<>();
    assertThrows(
        RejectedExecutionException.class, () -> new Offload(owner, failing).run(() -> ran.add("")));
    queued.getFirst().run();
    assertEquals(List.of(), ran);
  }

  /** It would be in the store when its caller isn't any more. */
  @Test
  void whatHasBegunIsWaitedForEvenIfThePoolFails() {
    enterAndRun();
    Executor failing =
        task -> {
          task.run();
          throw new RejectedExecutionException("too late");
        };
    assertEquals("ran", new Offload(owner, failing).run(() -> "ran"));
  }

  /** As one does that is full, and told to have its callers run what it has no room for. */
  @Test
  void aPoolMayRunItOnTheThreadThatWaits() {
    enterAndRun();
    Thread caller = Thread.currentThread();
    assertSame(caller, new Offload(owner, Runnable::run).run(Thread::currentThread));
    assertTrue(owner.isInGuest());
  }

  @Test
  void anInterruptedCallerDoesNotWaitForAPoolThatIsBusy() {
    enterAndRun();
    List<Runnable> queued = new ArrayList<>();
    List<String> ran = new ArrayList<>();
    Thread.currentThread().interrupt();
    assertThrows(
        GuestInterruptedException.class,
        () -> new Offload(owner, queued::add).run(() -> ran.add("")));
    assertTrue(Thread.interrupted());
    queued.getFirst().run();
    assertEquals(List.of(), ran);
    assertTrue(owner.isInGuest());
  }

  @Test
  void interruptingTheStoreEndsWhatWaitsForAPool() throws Exception {
    var queued = new LinkedBlockingQueue<Runnable>();
    var offload = new Offload(owner, queued::add);
    offload.interruptWaiting();
    List<String> ran = new ArrayList<>();
    var task =
        new FutureTask<>(
            () -> {
              enterAndRun();
              return assertThrows(
                  GuestInterruptedException.class, () -> offload.run(() -> ran.add("")));
            });
    Thread.ofPlatform().start(task);
    Runnable late = queued.take();
    offload.interruptWaiting();
    assertTrue(String.valueOf(task.get().getMessage()).contains("nothing has run"));
    late.run();
    assertEquals(List.of(), ran);
  }

  /** Each depth at which there is room for the beginning and not for the end, again and again. */
  @Test
  @Timeout(60)
  void whoWaitsGoesOnAlsoAtTheEndOfTheStack() throws Exception {
    var task = new FutureTask<>(() -> assertThrows(StackOverflowError.class, () -> descend(0)));
    var thread = new Thread(null, task, "small", 1 << 18);
    thread.start();
    task.get();
  }

  private static int descend(int depth) {
    try {
      return depth == Integer.MAX_VALUE ? depth : descend(depth + 1);
    } finally {
      runHere();
    }
  }

  private static void runHere() {
    var owner = new StoreOwner();
    owner.enter();
    owner.startRunning();
    try {
      new Offload(owner, Runnable::run).run(() -> 1);
    } catch (StackOverflowError e) {
      // There was no room for it.
    }
  }
}
