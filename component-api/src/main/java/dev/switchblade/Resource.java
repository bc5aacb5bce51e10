package dev.switchblade;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A handle of a resource that a component implements. It lives in its store, and is passed to that
 * component's functions.
 *
 * {@snippet :
 * Func create = instance.func("acme:shop/carts@1.0.0", "[constructor]cart");
 * Func total = instance.func("acme:shop/carts@1.0.0", "[method]cart.total");
 * try (Resource cart = (Resource) create.call("ada")) {
 *   long cents = (long) total.call(cart);
 * }
 * }
 *
 * <p>Passing it as {@code own} gives it away; passing it as {@code borrow} lends it for the call.
 * What was given away or closed throws {@link IllegalStateException} when it is used. Closing runs
 * the component's destructor, if it has one; where the store is in use, as it is inside of a host
 * function, the destructor runs when that call is over. A handle that is forgotten is dropped some
 * time after it has become unreachable, when the store is entered next. Closing the store drops all
 * handles without running destructors.
 *
 * <p>Used as {@link Store} says.
 */
public final class Resource implements AutoCloseable {

  /** The owner of the handle is this object. */
  private static final int HELD = 0;

  /** It is among the arguments of a call that has not been made yet. */
  private static final int GIVING = 1;

  private static final int GIVEN = 2;
  private static final int CLOSED = 3;

  /** It was lent to a host function that has returned. */
  private static final int EXPIRED = 4;

  /** The number of a resource that isn't known: the native library will look. */
  static final int ANY = -1;

  /** The instance it came from, if that is known. */
  private final @Nullable Instance instance;

  /** Kept from being found unreachable, while a destructor runs in it in particular. */
  private final Store store;

  /** Which resource it is, by the number that the instance's component has for it, or ANY. */
  private final int resource;

  private final StoreState state;
  private final Handle handle;
  private final boolean owned;

  /** Null for borrowed handles, which the native library takes back. */
  private final Cleaner.@Nullable Cleanable cleanable;

  /** How often it is lent in the call that is being made. */
  private int loans;

  /**
   * Makes a resource.
   *
   * @param number with {@code SB_HANDLE_GUEST} set
   */
  Resource(@Nullable Instance instance, int resource, StoreState state, int number, boolean owned) {
    this.instance = instance;
    this.store = instance == null ? state.store() : instance.store();
    this.resource = resource;
    this.state = state;
    this.handle = new Handle(state, number);
    this.owned = owned;
    this.cleanable = owned ? NativeHandle.CLEANER.register(this, handle) : null;
  }

  /** Takes it to be passed as {@code own}. */
  int give(StoreState to, @Nullable Instance callee) {
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
  int lend(StoreState to, @Nullable Instance callee) {
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
  private void checkPlace(StoreState to, @Nullable Instance callee) {
    if (to != state) {
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
  void checkIs(int number) {
    if (resource != ANY && resource != number) {
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

  /**
   * Drops the handle and runs the component's destructor; see above for when. Does nothing if it
   * was closed or given away, or was borrowed, or its store is closed or lost.
   *
   * @throws GuestException if the destructor fails; the store is lost then
   * @throws IllegalStateException if it is among the arguments of a call that is being prepared
   */
  @Override
  public void close() {
    if (handle.state == GIVING) {
      throw gone();
    }
    try {
      if (owned && handle.move(HELD, CLOSED)) {
        forget();
        state.drop(handle.number);
      }
    } finally {
      // The state alone doesn't keep the store from being released.
      Reference.reachabilityFence(store);
    }
  }

  /** Says whether it can still be used: it was neither closed nor given away. */
  public boolean isOpen() {
    return handle.state == HELD;
  }

  @Override
  public String toString() {
    String now = isOpen() ? (owned ? "owned" : "borrowed") : "gone";
    return "resource " + (handle.number & Integer.MAX_VALUE) + " (" + now + ")";
  }

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Handle.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What is known of the handle when nobody can reach the resource any more. */
  private static final class Handle implements Runnable {
    private final StoreState store;
    private final int number;
    private volatile int state = HELD;

    Handle(StoreState store, int number) {
      this.store = store;
      this.number = number;
    }

    boolean move(int from, int to) {
      return STATE.compareAndSet(this, from, to);
    }

    /** The safety net. */
    @Override
    public void run() {
      if (move(HELD, CLOSED)) {
        store.dropLater(number);
      }
    }
  }
}
