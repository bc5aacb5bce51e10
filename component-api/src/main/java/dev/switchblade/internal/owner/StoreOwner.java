package dev.switchblade.internal.owner;

import dev.switchblade.ClosedException;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a store, and what may be done there now. That one thread at a time uses a store, and
 * nobody while its guest runs, is what the memory safety of all that lives in it rests on: every
 * way in and out, and every access to an image, asks here.
 *
 * <pre>
 *  free ──▶ entered ──▶ writing ──▶ running ◀──▶ in a host function
 *               │                      │
 *               ├───────▶ running      ▼
 *               │  (instantiating,  reading
 *               │   destructors)
 *  from each of these: ──▶ free, or lost if a guest was stopped half-way
 *  free, lost ──▶ closed
 * </pre>
 *
 * <p>Which thread is in the store and what it is at are one number, and whoever is allowed to do
 * something is allowed by exactly one. Only the thread that is in the store leaves it; so what a
 * thread has found to be allowed stays so until it does something else itself, and no other thread
 * can come between the question and the deed.
 */
public final class StoreOwner {

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(StoreOwner.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The state of a store that nobody is in. */
  private static final long FREE = 0;

  /** The state of a store that is closed. */
  private static final long CLOSED = -1;

  /** The state of a store whose guest was stopped half-way. */
  private static final long LOST = -2;

  /** The state of a store whose thread has ended while it was in there; {@link #last} knows it. */
  private static final long ABANDONED = -3;

  /** The phase between two things: no call is open. */
  private static final int ENTERED = 0;

  /** A call is open, and its arguments are being written. */
  public static final int WRITING = 1;

  /** Native code has the store: a guest runs, or may. */
  private static final int RUNNING = 2;

  /** The guest waits for a host function. */
  public static final int IN_HOST_FUNCTION = 3;

  /** A call is open, its function has returned, and its result is being read. */
  public static final int READING = 4;

  /** How many bits phases take. */
  private static final int PHASE_BITS = 3;

  /**
   * {@link #FREE}, {@link #CLOSED}, {@link #LOST}, {@link #ABANDONED}, or the number of the thread
   * that is in the store and its phase. Not volatile: what a thread has written itself last it
   * reads, and no other one writes its number. (A thread of a pool that was in its place writes it
   * back before it is told to go on: {@code Offload.Task.over}.)
   *
   * <p>Everything that is done in a store, in Java and in native code, is ordered by this field:
   * the release of {@link #leave} and {@link #lose} is paired with the compare-and-set of whoever
   * enters or closes next.
   */
  private long state;

  /**
   * The number of the thread that entered last: it stands here, so that a call looks no further.
   */
  private long lastNumber = Long.MIN_VALUE;

  /**
   * Whether something waits for the next time that nobody is in the store. It stands beside the
   * state, which everybody who enters and leaves has at hand.
   */
  private volatile boolean workWaits;

  /**
   * Who entered last, to be asked whether it is alive; written only when it changes, by the thread
   * that is in the store. Others read it without having entered: they may see an older one, whose
   * number is another one, but never half of one, because all that it has is final.
   */
  private Entrant last = Entrant.NOBODY;

  /**
   * A thread, which is not kept: one that has ended still has what it ran, and that mostly has the
   * store, which could then never be found unreachable.
   *
   * <p>It has a weak reference and is none: what a reference refers to is no final field, and a
   * thread that found it empty too soon would take a store that is in use for a lost one.
   */
  private static final class Entrant {
    static final Entrant NOBODY = new Entrant(null);

    /**
     * The one that was made last, for all stores: a thread that makes many of them is one entrant.
     * Threads may overwrite what others have put here.
     */
    private static Entrant latest = NOBODY;

    private final long number;
    private final WeakReference<@Nullable Thread> thread;

    /** Only a thread itself asks: what it finds of its number it has made. */
    static Entrant ofThisThread() {
      Thread thread = Thread.currentThread();
      Entrant found = latest;
      if (found.number != thread.threadId()) {
        found = new Entrant(thread);
        latest = found;
      }
      return found;
    }

    private Entrant(@Nullable Thread thread) {
      this.number = thread == null ? Long.MIN_VALUE : thread.threadId();
      this.thread = new WeakReference<>(thread);
    }

    boolean hasEnded() {
      Thread found = thread.get();
      return found == null || !found.isAlive();
    }

    String name() {
      Thread found = thread.get();
      return found == null ? "number " + number : "\"" + found.getName() + "\"";
    }
  }

  /** Why the store is {@link #LOST}: written before that, by the thread that is in the store. */
  private @Nullable RuntimeException lostBy;

  private static long number(Thread thread, int phase) {
    return thread.threadId() << PHASE_BITS | phase;
  }

  // ---- in and out

  /**
   * Makes the calling thread the one that is in the store.
   *
   * @throws StoreBusyException if there is one
   * @throws StoreLostException if the store is lost
   * @throws ClosedException if it is closed
   */
  public void enter() {
    if (!tryEnter()) {
      enterAfterAll();
    }
  }

  /** Whoever was in the store may have left it before it is asked who that is. */
  private void enterAfterAll() {
    do {
      RuntimeException refusal = refusal();
      if (refusal != null) {
        throw refusal;
      }
    } while (!tryEnter());
  }

  /** Enters, if nobody is in the store and it is neither closed nor lost. */
  public boolean tryEnter() {
    Thread thread = Thread.currentThread();
    if (!STATE.compareAndSet(this, FREE, number(thread, ENTERED))) {
      return false;
    }
    // No two threads of a process have the same number.
    if (lastNumber != thread.threadId()) {
      last = Entrant.ofThisThread();
      lastNumber = thread.threadId();
    }
    return true;
  }

  /** Ends what {@link #enter} began: the calling thread must touch nothing of the store's after. */
  public void leave() {
    STATE.setRelease(this, FREE);
  }

  /**
   * Leaves the store for good, because a guest was stopped half-way.
   *
   * @param failure what stopped it; null if there was no memory to say it
   */
  public void lose(@Nullable RuntimeException failure) {
    lostBy = failure;
    STATE.setRelease(this, LOST);
  }

  /**
   * Closes the store; once it is closed, does nothing.
   *
   * @return whether it was open
   * @throws StoreBusyException if a thread is in it
   */
  public boolean close() {
    while (!STATE.compareAndSet(this, FREE, CLOSED)
        && !STATE.compareAndSet(this, LOST, CLOSED)
        && !STATE.compareAndSet(this, ABANDONED, CLOSED)) {
      RuntimeException refusal = refusal();
      if (refusal instanceof ClosedException) {
        return false;
      }
      if (refusal instanceof StoreBusyException) {
        throw refusal;
      }
    }
    return true;
  }

  /**
   * Closes a store that nobody can reach any more, and so nobody is in, whatever the state is.
   *
   * <p>Whoever runs a guest keeps its store reachable. If that went wrong somewhere, memory leaks
   * here, instead of being freed under a guest.
   *
   * @return whether it was open
   */
  public boolean closeForgotten() {
    loseIfItsThreadEnded();
    long now = (long) STATE.getVolatile(this);
    int phase = phase(now);
    if (now > FREE && (phase == RUNNING || phase == IN_HOST_FUNCTION)) {
      System.getLogger(StoreOwner.class.getName())
          .log(
              System.Logger.Level.ERROR,
              "a bug of Switchblade's: a store was found unreachable while a guest ran in it. It is"
                  + " not released");
      return false;
    }
    return (long) STATE.getAndSet(this, CLOSED) != CLOSED;
  }

  /**
   * A thread whose stack or memory ended between entering and leaving may have left its number. If
   * it has ended since, the store is lost: nobody knows what was half-done.
   *
   * <p>The state is all that is written here. The thread may have left before it ended, after it
   * was looked for: then the state is another one by now, and nothing is changed.
   */
  private void loseIfItsThreadEnded() {
    long now = (long) STATE.getVolatile(this);
    Entrant entrant = last;
    if (now <= FREE || entrant.number != now >> PHASE_BITS || !entrant.hasEnded()) {
      return;
    }
    STATE.compareAndSet(this, now, ABANDONED);
  }

  /** Says whether something waits to be done when nobody is in the store. Any thread may ask. */
  public boolean hasWaitingWork() {
    return workWaits;
  }

  /**
   * Says that something waits to be done when nobody is in the store, or no longer does. For the
   * one queue of what waits.
   */
  public void setWaitingWork(boolean wait) {
    workWaits = wait;
  }

  // ---- what the thread that is in the store is at

  private void start(int phase) {
    state = number(Thread.currentThread(), phase);
  }

  public void startWriting() {
    start(WRITING);
  }

  /** From now on nothing but a host function may use the store. */
  public void startRunning() {
    start(RUNNING);
  }

  public void startHostFunction() {
    start(IN_HOST_FUNCTION);
  }

  public void startReading() {
    start(READING);
  }

  /** Nothing is open. */
  public void startOver() {
    start(ENTERED);
  }

  /**
   * Has the calling thread run a guest in the place of the one that is in the store, which waits
   * until this has returned.
   */
  <T> T inPlaceOf(Supplier<T> guest) {
    long before = state;
    Entrant waiting = last;
    try {
      last = Entrant.ofThisThread();
      start(RUNNING);
      return guest.get();
    } finally {
      // No other thread may think that this one has ended in the store, so it leaves none of it.
      state = before;
      last = waiting;
    }
  }

  // ---- what may be done now

  /**
   * Says whether the calling thread is in the store, and what it is at.
   *
   * @param phase {@link #WRITING}, {@link #READING} or {@link #IN_HOST_FUNCTION}
   */
  public boolean isAt(int phase) {
    return state == number(Thread.currentThread(), phase);
  }

  /** Says whether the calling thread is in the store. */
  public boolean isHere() {
    return state >> PHASE_BITS == Thread.currentThread().threadId();
  }

  /** Says whether the calling thread is in the guest, or in what the guest has called. */
  public boolean isInGuest() {
    return isAt(RUNNING) || isAt(IN_HOST_FUNCTION);
  }

  /**
   * Requires the calling thread to be in the store.
   *
   * @throws IllegalStateException if it isn't
   */
  public void requireHere() {
    if (!isHere()) {
      throw refused("the call", "only the thread that makes it can do this (see Store)");
    }
  }

  // ---- why not

  /**
   * The exception for what can't be done now.
   *
   * @param call the function of the call that is open, if one is
   * @param what can't be done, such as {@code its arguments can't be written any more}
   */
  public IllegalStateException refused(String call, String what) {
    return new IllegalStateException(now(call) + ": " + what);
  }

  /** Says what the store is at. */
  private String now(String call) {
    long now = (long) STATE.getVolatile(this);
    if (now <= FREE) {
      return "the call is over";
    }
    if (!isHere()) {
      return "the store is in use by " + nameOf(now);
    }
    return switch (phase(now)) {
      case WRITING -> call + " has not been invoked yet";
      case RUNNING -> call + " is running";
      case IN_HOST_FUNCTION -> call + " is running, and waits for a host function";
      case READING -> call + " has been invoked";
      default -> "the call is over";
    };
  }

  private static int phase(long state) {
    return (int) state & (1 << PHASE_BITS) - 1;
  }

  /** Why the store can't be entered; null if it can by now. */
  private @Nullable RuntimeException refusal() {
    loseIfItsThreadEnded();
    long now = (long) STATE.getVolatile(this);
    if (now == FREE) {
      return null;
    }
    if (now == CLOSED) {
      return new ClosedException("the store is closed");
    }
    if (now == LOST) {
      return lost(lostBy);
    }
    if (now == ABANDONED) {
      return lost(
          new IllegalStateException("thread " + last.name() + " ended while it was in the store"));
    }
    if (isHere()) {
      return new StoreBusyException(
          "the store is in use by this very thread: "
              + (isInGuest()
                  ? "its guest waits for what this thread is doing (a host function, a visitor, a"
                      + " stream), which can't call into it"
                  : "it has begun a call there, and not closed it")
              + " (see Store)");
    }
    return new StoreBusyException(
        "the store is in use by "
            + nameOf(now)
            + "; a store serves one call at a time (see Store)");
  }

  private static StoreLostException lost(@Nullable RuntimeException by) {
    return new StoreLostException(
        "the store was lost when a call in it failed (see the cause); use a fresh store", by);
  }

  private String nameOf(long state) {
    Entrant entrant = last;
    long number = state >> PHASE_BITS;
    return entrant.number == number
        ? "thread " + entrant.name()
        : "another thread (number " + number + ")";
  }
}
