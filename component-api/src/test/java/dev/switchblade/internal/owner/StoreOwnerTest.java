package dev.switchblade.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
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
    assertThrows(StoreLostException.class, owner::enter);
    assertTrue(owner.close());
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
