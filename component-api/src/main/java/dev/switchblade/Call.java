package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function over images: what generated code is made of, and the way for hand-written
 * code that wants no boxing and no allocation.
 *
 * {@snippet :
 * // add: func(a: u32, b: u32) -> u32
 * try (Call call = add.begin()) {
 *   call.arguments().putInt(0, a);
 *   call.arguments().putInt(4, b);
 *   call.invoke();
 *   return call.result().getInt(0);
 * }
 * }
 *
 * <p>A call takes the store from {@link Func#begin()} to {@link #close()}: no other call can be
 * made in it. The object is the store's and is used again; it must not be kept. It is used by the
 * thread that began it.
 */
public final class Call implements AutoCloseable {

  private static final long OVERFLOW = SwitchbladeH.SB_CALL_OVERFLOW();

  private final StoreState store;
  private final ImageWriter writer;
  private final ImageReader reader;

  /** No call is open. */
  private static final int OVER = 0;

  /** The arguments are being written. */
  private static final int OPEN = 1;

  /** The function has returned. */
  private static final int INVOKED = 2;

  private int state = OVER;

  /** The function that is called; null when no call is open. */
  private @Nullable Func func;

  private final ResourceScope resources;

  Call(StoreState store) {
    this.store = store;
    this.resources = new Resources(store);
    this.writer = new ImageWriter(store, resources);
    this.reader = new ImageReader(store, resources);
  }

  /** What the function's component was linked with. */
  private final class Resources extends ResourceScope {
    Resources(StoreState store) {
      super(store);
    }

    @Override
    @Nullable HostResource<?> hostResource(int number) {
      Func called = func;
      return called == null ? null : called.hostResource(number);
    }

    @Override
    @Nullable Instance instance() {
      Func called = func;
      return called == null ? null : called.instance();
    }

    @Override
    Exports exports() {
      Func called = func;
      Exports exports = called == null ? null : called.exports();
      if (exports == null) {
        throw new IllegalStateException(called + " was not looked up by Exports");
      }
      return exports;
    }

    @Override
    String pathTo(ImageWriter image, long at) {
      Func called = func;
      return called == null ? "" : called.export().pathOfArgument(image, at);
    }
  }

  void moveTo(MemorySegment buffer) {
    writer.moveTo(buffer);
    reader.moveTo(buffer);
  }

  /** Opens a call; the calling thread has entered the store. */
  void open(Func func) {
    this.func = func;
    state = OPEN;
    writer.open(0, func.export().parametersSize());
  }

  /**
   * Where the arguments are written: the tuple of all parameters, at offset 0.
   *
   * @throws IllegalStateException if the function has been invoked, or the call is closed
   */
  public ImageWriter arguments() {
    if (state != OPEN) {
      throw over("its arguments can't be written any more");
    }
    return writer;
  }

  /**
   * Calls the function.
   *
   * @throws TrapException if the guest traps; like all {@link GuestException}s it ends the store
   * @throws HostFunctionException if a host function threw an exception
   * @throws ResourceLimitException if a limit of the store is reached
   * @throws StackSpaceException if the thread has too little stack left; nothing has run
   * @throws IllegalStateException if the function has been invoked, or the call is closed
   */
  public void invoke() {
    invoke(0);
  }

  /**
   * Calls the function, and has the lists of its result looked at in guest memory instead of
   * copying them: those whose elements are numbers, or records, tuples or fixed-length lists of
   * numbers, at any depth and in the result's order. What else the result has can be read as usual;
   * reading a list that was visited throws {@link IllegalStateException}.
   *
   * @param visitor sees each list. What it throws is thrown here, when the guest has finished: its
   *     store stays in order, and the lists after it are not visited
   * @throws GuestException as {@link #invoke()}
   * @throws UnsupportedOperationException if the engine has {@linkplain Engine.Builder#concurrency
   *     concurrency support}
   */
  public void invokeInPlace(ListVisitor visitor) {
    Objects.requireNonNull(visitor, "visitor");
    if (store.isConcurrent()) {
      throw new UnsupportedOperationException(
          "lists can't be visited in place by an engine with concurrency support, whose guests run"
              + " on stacks of their own: call "
              + func
              + " the usual way");
    }
    store.visitWith(visitor);
    Throwable thrown;
    try {
      invoke(SwitchbladeH.SB_CALL_IN_PLACE());
    } finally {
      thrown = store.endVisits();
    }
    StoreState.<RuntimeException>rethrow(thrown);
  }

  /**
   * Calls the function.
   *
   * @param flags {@code SB_CALL_NO_DRAIN}, {@code SB_CALL_IN_PLACE}, or 0
   */
  void invoke(long flags) {
    Func called = func;
    if (called == null || state != OPEN) {
      throw over(state == INVOKED ? "it can't be invoked again" : "it can't be invoked");
    }
    state = INVOKED;
    long outcome = SwitchbladeH.sb_call(store.address(), called.target(), writer.length() | flags);
    if (outcome == 0 || outcome == OVERFLOW) {
      resources.over();
      if (outcome == OVERFLOW) {
        store.adoptOverflow();
      }
      return;
    }
    state = OVER;
    func = null;
    RuntimeException failure = store.failed(MemorySegment.ofAddress(outcome), called.toString());
    if (store.isLost()) {
      resources.over();
    } else {
      resources.undo();
    }
    throw failure;
  }

  /**
   * Where the result is read: at offset 0. There is something to read if the function has a result.
   *
   * @throws IllegalStateException if the function hasn't been invoked, or the call is closed
   */
  public ImageReader result() {
    if (state != INVOKED) {
      throw over("there is no result to read");
    }
    return reader;
  }

  private IllegalStateException over(String what) {
    String now =
        switch (state) {
          case OVER -> "the call is over";
          case OPEN -> func + " has not been invoked yet";
          default -> func + " has been invoked";
        };
    return new IllegalStateException(now + ": " + what);
  }

  /** Ends the call and leaves the store. Does nothing if the call has failed. */
  @Override
  public void close() {
    if (state != OVER) {
      if (state == OPEN) {
        resources.undo();
      }
      Func called = func;
      if (called != null && state == INVOKED && called.resultHasHandles()) {
        called.export().releaseUnreadResult(reader);
      }
      state = OVER;
      // A store that is forgotten must not be reachable from its own state.
      func = null;
      store.exit();
    }
  }
}
