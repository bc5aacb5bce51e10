package dev.switchblade.internal.handle;

import dev.switchblade.ClosedException;
import dev.switchblade.internal.ffi.NativeHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A handle of a resource that a component implements, and what becomes of it when it crosses: all
 * of a {@code Resource} that its users don't see.
 */
public abstract class GuestHandle {

  /** The owner of the handle is this object. */
  private static final int HELD = 0;

  /** It is among the arguments of a call that has not been made yet. */
  private static final int GIVING = 1;

  private static final int GIVEN = 2;
  private static final int CLOSED = 3;

  /** It was lent to a host function that has returned. */
  private static final int EXPIRED = 4;

  /** The instance it came from, if that is known. */
  private final @Nullable Object instance;

  /** Kept from being found unreachable, while a destructor runs in it in particular. */
  private final Object store;

  /**
   * Which resource it is, by the number that the instance's component has for it, if that is known.
   */
  private final int resource;

  private final StoreHandles home;
  private final Handle handle;
  private final boolean owned;

  /** Null for borrowed handles, which the native library takes back. */
  private final Cleaner.@Nullable Cleanable cleanable;

  /** How often it is lent in the call that is being made. */
  private int loans;

  /**
   * Makes a handle.
   *
   * @param number with {@code SB_HANDLE_GUEST} set
   */
  @SuppressWarnings("this-escape") // the cleaner only waits until nobody can reach it
  protected GuestHandle(
      @Nullable Object instance, int resource, StoreHandles home, int number, boolean owned) {
    this.instance = instance;
    this.store = home.store();
    this.resource = resource;
    this.home = home;
    this.handle = new Handle(home, number);
    this.owned = owned;
    this.cleanable = owned ? NativeHandle.CLEANER.register(this, handle) : null;
  }

  /** Takes it to be passed as {@code own}. */
  int give(StoreHandles to, @Nullable Object callee) {
    checkPlace(to, callee);
    if (!owned) {
      throw new IllegalArgumentException(
          "a resource that was borrowed for a call can't be given away");
    }
    if (loans > 0) {
      throw new IllegalArgumentException(
          "the resource is passed as borrow and as own in the same call");
    }
    if (!handle.move(HELD, GIVING)) {
      throw gone();
    }
    return handle.number;
  }

  /** Takes it to be passed as {@code borrow}. */
  int lend(StoreHandles to, @Nullable Object callee) {
    checkPlace(to, callee);
    if (handle.state != HELD) {
      throw gone();
    }
    loans++;
    return handle.number;
  }

  /** It has been passed. */
  void given() {
    handle.move(GIVING, GIVEN);
    forget();
  }

  /** It has not been passed. */
  void keep() {
    handle.move(GIVING, HELD);
  }

  /** It is not lent any more. */
  void returned() {
    loans--;
  }

  /** The host function that borrowed it has returned. */
  void expire() {
    handle.move(HELD, EXPIRED);
  }

  /** Looked at here, as far as it is known: the native library finds it when it is too late. */
  @SuppressWarnings("ReferenceEquality") // instances are told apart, and are what they are
  private void checkPlace(StoreHandles to, @Nullable Object callee) {
    if (to != home) {
      throw new IllegalArgumentException(
          "the resource lives in another store than the function that it is passed to");
    }
    if (instance != null && callee != null && instance != callee) {
      throw new IllegalArgumentException(
          "the resource is another instance's than the function that it is passed to");
    }
  }

  /**
   * Requires it to be of one resource.
   *
   * @param number the number that the component has for that
   */
  final void checkIs(int number) {
    if (resource != CrossingHandles.ANY_RESOURCE && resource != number) {
      throw new IllegalArgumentException("it is a handle of another resource");
    }
  }

  private IllegalStateException gone() {
    return switch (handle.state) {
      case GIVING ->
          new IllegalStateException(
              "the resource is passed as own twice, or as own and borrow, in one call");
      case GIVEN -> new IllegalStateException("the resource was given away: a call took it as own");
      case EXPIRED ->
          new IllegalStateException(
              "the resource was borrowed for a host function that has returned");
      default -> new ClosedException("the resource is closed");
    };
  }

  /** Spares the cleaner what is over. */
  private void forget() {
    if (cleanable != null) {
      cleanable.clean();
    }
  }

  /** Drops the handle, which runs the component's destructor now or later. */
  protected final void drop() {
    if (handle.state == GIVING) {
      throw gone();
    }
    try {
      if (owned && handle.move(HELD, CLOSED)) {
        forget();
        home.drop(handle.number);
      }
    } finally {
      // What is in the handle doesn't keep the store from being released.
      Reference.reachabilityFence(store);
    }
  }

  protected final boolean isHeld() {
    return handle.state == HELD;
  }

  protected final boolean isOwned() {
    return owned;
  }

  /** Its number without {@code SB_HANDLE_GUEST}. */
  protected final int number() {
    return handle.number & Integer.MAX_VALUE;
  }

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Handle.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What is known of the handle when nobody can reach it any more. */
  private static final class Handle implements Runnable {
    private final StoreHandles home;
    private final int number;
    private volatile int state = HELD;

    Handle(StoreHandles home, int number) {
      this.home = home;
      this.number = number;
    }

    boolean move(int from, int to) {
      return STATE.compareAndSet(this, from, to);
    }

    /** The safety net. */
    @Override
    public void run() {
      if (move(HELD, CLOSED)) {
        home.dropLater(number);
      }
    }
  }
}
