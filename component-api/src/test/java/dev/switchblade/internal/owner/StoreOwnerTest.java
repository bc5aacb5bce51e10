package dev.switchblade.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who is in a store, and what may be done there now. */
final class StoreOwnerTest {

  private final StoreOwner owner = new StoreOwner();

  private static <T> T onAnotherThread(Callable<T> question) throws Exception {
    var task = new FutureTask<>(question);
    Thread.ofPlatform().name("another").start(task);
    return task.get();
  }

  @Test
  void oneThreadAtATimeIsInTheStore() throws Exception {
    owner.enter();
    assertTrue(owner.isHere());
    assertFalse(onAnotherThread(owner::isHere));
    assertFalse(onAnotherThread(owner::tryEnter));
    owner.leave();
    assertFalse(owner.isHere());
    assertTrue(onAnotherThread(owner::tryEnter));
  }

  @Test
  void aThreadDoesNotEnterTwice() {
    owner.enter();
    var refused = assertThrows(StoreBusyException.class, owner::enter);
    assertTrue(refused.getMessage().contains("this very thread"), refused.getMessage());
  }

  @Test
  void whoeverIsRefusedHearsWhoIsThere() throws Exception {
    owner.enter();
    String name = Thread.currentThread().getName();
    var refused = onAnotherThread(() -> assertThrows(StoreBusyException.class, owner::enter));
    assertTrue(refused.getMessage().contains("\"" + name + "\""), refused.getMessage());
  }

  /** Also where that one leaves while it is asked for. */
  @Test
  void nobodyIsRefusedBecauseOfNobody() throws Exception {
    var over = new AtomicBoolean();
    Thread other =
        Thread.ofPlatform()
            .name("another")
            .start(
                () -> {
                  while (!over.get()) {
                    if (owner.tryEnter()) {
                      owner.leave();
                    }
                  }
                });
    try {
      for (int i = 0; i < 300_000; i++) {
        try {
          owner.enter();
          owner.leave();
        } catch (StoreBusyException e) {
          assertFalse(e.getMessage().contains("number 0"), e.getMessage());
        }
      }
    } finally {
      over.set(true);
      other.join();
    }
  }

  @Test
  void eachPhaseAllowsWhatIsItsOwn() throws Exception {
    owner.enter();
    assertFalse(owner.isAt(StoreOwner.WRITING));
    owner.startWriting();
    assertTrue(owner.isAt(StoreOwner.WRITING));
    assertFalse(owner.isAt(StoreOwner.READING));
    assertFalse(onAnotherThread(() -> owner.isAt(StoreOwner.WRITING)));
    owner.startRunning();
    assertTrue(owner.isInGuest());
    assertFalse(owner.isAt(StoreOwner.WRITING));
    owner.startHostFunction();
    assertTrue(owner.isAt(StoreOwner.IN_HOST_FUNCTION));
    assertTrue(owner.isInGuest());
    owner.startRunning();
    owner.startReading();
    assertTrue(owner.isAt(StoreOwner.READING));
    assertFalse(owner.isInGuest());
    owner.startOver();
    assertTrue(owner.isHere());
    assertFalse(owner.isAt(StoreOwner.READING));
  }

  @Test
  void aLostStoreSaysByWhatAndCanBeClosed() {
    var failure = new IllegalStateException("a trap");
    owner.enter();
    owner.lose(failure);
    var refused = assertThrows(StoreLostException.class, owner::enter);
    assertSame(failure, refused.getCause());
    assertTrue(owner.close());
    assertThrows(ClosedException.class, owner::enter);
  }

  @Test
  void aStoreIsClosedOnceAndNotWhileAThreadIsInIt() {
    owner.enter();
    assertThrows(StoreBusyException.class, owner::close);
    owner.leave();
    assertTrue(owner.close());
    assertFalse(owner.close());
    assertFalse(owner.tryEnter());
    assertFalse(owner.closeForgotten());
  }

  @Test
  void aForgottenStoreIsClosedWhateverWasOpen() {
    owner.enter();
    owner.startReading();
    assertTrue(owner.closeForgotten());
    assertFalse(owner.isAt(StoreOwner.READING));
  }

  @Test
  void aStoreWhoseGuestRunsIsNeverReleased() {
    owner.enter();
    owner.startRunning();
    assertFalse(owner.closeForgotten());
    assertTrue(owner.isInGuest());
  }

  @Test
  void aStoreIsLostWhenTheThreadInItHasEnded() throws Exception {
    Thread thread = Thread.ofPlatform().start(owner::enter);
    thread.join();
    var refused = assertThrows(StoreLostException.class, owner::enter);
    assertTrue(refused.getCause().getMessage().contains("ended while it was in the store"));
    assertTrue(owner.close());
    assertThrows(ClosedException.class, owner::enter);
  }

  /** A field and two words of native memory, far from each other, which the owner alone orders. */
  private static final class Contents {
    private final MemorySegment words = Arena.ofAuto().allocate(4096, 8);
    private long field;

    long next() {
      long next = field + 1;
      assertEquals(field, words.get(ValueLayout.JAVA_LONG, 0));
      assertEquals(field, words.get(ValueLayout.JAVA_LONG, 2048));
      words.set(ValueLayout.JAVA_LONG, 2048, next);
      field = next;
      words.set(ValueLayout.JAVA_LONG, 0, next);
      return next;
    }
  }

  @Test
  void whoeverEntersSeesAllThatWasDoneInTheStoreBefore() throws Exception {
    var contents = new Contents();
    List<FutureTask<Long>> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      var thread =
          new FutureTask<>(
              () -> {
                long entries = 0;
                for (long seen = 0; seen < 50_000; ) {
                  if (owner.tryEnter()) {
                    try {
                      owner.startRunning();
                      seen = contents.next();
                      entries++;
                    } finally {
                      owner.leave();
                    }
                  } else {
                    assertFalse(owner.isHere());
                    LockSupport.parkNanos(1_000);
                  }
                }
                return entries;
              });
      threads.add(thread);
      Thread.ofPlatform().start(thread);
    }
    long entries = 0;
    for (var thread : threads) {
      entries += thread.get();
    }
    owner.enter();
    assertEquals(entries + 1, contents.next());
  }

  private static void enterAtLast(StoreOwner owner) {
    while (!owner.tryEnter()) {
      LockSupport.parkNanos(1_000);
    }
  }

  /**
   * A thread that is refused asks who is there, while that one leaves, ends, and another one loses
   * the store.
   */
  @Test
  void whoeverIsRefusedHearsOfNoOtherLossThanTheOneThatThereWas() throws Exception {
    for (int i = 0; i < 200; i++) {
      var owner = new StoreOwner();
      var failure = new IllegalStateException("a trap");
      var asking =
          new FutureTask<>(
              () -> {
                while (true) {
                  try {
                    owner.enter();
                    owner.leave();
                  } catch (StoreLostException e) {
                    return e;
                  } catch (StoreBusyException e) {
                    // Somebody is there, and asked for.
                  }
                }
              });
      Thread asks = Thread.ofPlatform().start(asking);
      Thread leaving =
          Thread.ofPlatform()
              .start(
                  () -> {
                    enterAtLast(owner);
                    owner.leave();
                  });
      leaving.join();
      enterAtLast(owner);
      owner.lose(failure);
      assertSame(failure, asking.get().getCause());
      asks.join();
      assertSame(failure, assertThrows(StoreLostException.class, owner::enter).getCause());
    }
  }

  @Test
  void complaintsSayWhatTheStoreIsAt() {
    assertEquals("the call is over: no", owner.refused("f", "no").getMessage());
    owner.enter();
    owner.startWriting();
    assertEquals("f has not been invoked yet: no", owner.refused("f", "no").getMessage());
    owner.startRunning();
    assertEquals("f is running: no", owner.refused("f", "no").getMessage());
    owner.startReading();
    assertEquals("f has been invoked: no", owner.refused("f", "no").getMessage());
  }

  /** Whether anybody was ever in it or not. */
  @Test
  void aClosedStoreStaysClosed() {
    for (boolean used : new boolean[] {false, true}) {
      var owner = new StoreOwner();
      if (used) {
        owner.enter();
        owner.leave();
      }
      assertTrue(owner.close());
      assertFalse(owner.closeForgotten());
      assertFalse(owner.close());
      assertFalse(owner.closeForgotten());
    }
  }
}
