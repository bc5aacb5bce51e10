package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
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
 * made in it, and a call that is never closed keeps its store in memory for ever. The object is the
 * store's and is used again; it must not be kept. It is used by the thread that began it: to other
 * threads it is a call that is over, and closing it from there does nothing. {@link
 * Store#interrupt()} is how another thread ends a call.
 */
public final class Call implements AutoCloseable {

  private static final long OVERFLOW = SwitchbladeH.SB_CALL_OVERFLOW();

  private final StoreState store;
  private final StoreOwner owner;
  private final ImageWriter writer;
  private final ImageReader reader;

  /** The function that is called; null when no call is open. It keeps the store reachable. */
  private @Nullable Func func;

  private final ResourceScope resources;

  Call(StoreState store) {
    this.store = store;
    this.owner = store.owner();
    this.resources = new Resources(store);
    this.writer = new ImageWriter(store, resources, StoreOwner.WRITING);
    this.reader = new ImageReader(store, resources, StoreOwner.READING);
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

  /** Opens a call; the calling thread has entered the store, and leaves it if this fails. */
  void open(Func func) {
    this.func = func;
    owner.startWriting();
    try {
      writer.open(0, func.export().parametersSize());
    } catch (Throwable e) {
      // No memory or no stack: the call has not begun.
      over(func, false);
      throw e;
    }
  }

  /**
   * Where the arguments are written: the tuple of all parameters, at offset 0.
   *
   * @throws IllegalStateException if the function has been invoked, or the call is closed
   */
  public ImageWriter arguments() {
    if (!owner.isAt(StoreOwner.WRITING)) {
      throw refused("its arguments can't be written any more");
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
   * @throws IllegalStateException as {@link #invoke()}
   * @throws UnsupportedOperationException if the engine has {@linkplain Engine.Builder#concurrency
   *     concurrency support}
   */
  public void invokeInPlace(ListVisitor visitor) {
    Objects.requireNonNull(visitor, "visitor");
    requireNotInvoked();
    if (store.isConcurrent()) {
      throw new UnsupportedOperationException(
          "lists can't be visited in place by an engine with concurrency support, whose guests run"
              + " on stacks of their own: call "
              + func
              + " the usual way");
    }
    store.visitWith(visitor);
    invoke(SwitchbladeH.SB_CALL_IN_PLACE());
    StoreState.<RuntimeException>rethrow(store.endVisits());
  }

  /**
   * Calls the function.
   *
   * @param flags {@code SB_CALL_NO_DRAIN}, {@code SB_CALL_IN_PLACE}, or 0
   */
  void invoke(long flags) {
    requireNotInvoked();
    Func called = Objects.requireNonNull(func);
    long length = writer.length();
    owner.startRunning();
    long outcome;
    try {
      outcome = SwitchbladeH.sb_call(store.address(), called.target(), length | flags);
    } catch (Throwable e) {
      // No stack for the way there: nothing has run.
      owner.startOver();
      over(called, false);
      throw e;
    }
    if (outcome != 0 && outcome != OVERFLOW) {
      throw failed(called, outcome);
    }
    // The values have crossed, and the guest has returned.
    owner.startReading();
    resources.over();
    if (outcome == OVERFLOW) {
      store.adoptOverflow();
    }
  }

  private void requireNotInvoked() {
    if (!owner.isAt(StoreOwner.WRITING)) {
      throw refused("it can't be invoked" + (owner.isAt(StoreOwner.READING) ? " again" : ""));
    }
  }

  /** Ends a call that has failed, and leaves the store. */
  private RuntimeException failed(Func called, long error) {
    try {
      func = null;
      return store.failed(MemorySegment.ofAddress(error), called.toString(), resources);
    } finally {
      Reference.reachabilityFence(called);
    }
  }

  /**
   * Where the result is read: at offset 0. There is something to read if the function has a result.
   *
   * @throws IllegalStateException if the function hasn't been invoked, or the call is closed
   */
  public ImageReader result() {
    if (!owner.isAt(StoreOwner.READING)) {
      throw refused("there is no result to read");
    }
    return reader;
  }

  private IllegalStateException refused(String what) {
    return owner.refused(String.valueOf(func), what);
  }

  /**
   * Ends the call and leaves the store. Does nothing if the call is over, has failed, or is another
   * thread's.
   *
   * @throws IllegalStateException while the function runs: in host functions, visitors and whatever
   *     else the guest has called
   */
  @Override
  public void close() {
    Func called = func;
    if (called == null || !owner.isHere()) {
      return;
    }
    if (owner.isInGuest()) {
      throw refused("it can be closed when it has returned");
    }
    over(called, owner.isAt(StoreOwner.READING));
  }

  /**
   * Leaves the store.
   *
   * @param returned whether there is a result, which may not have been read
   */
  private void over(Func called, boolean returned) {
    try {
      if (!returned) {
        resources.undo();
      } else if (called.resultHasHandles()) {
        called.export().releaseUnreadResult(reader);
      }
    } finally {
      // A store that is forgotten must not be reachable from its own state. It is from here, until
      // the destructors have run that wait for the store to be left.
      func = null;
      leave(called);
    }
  }

  private void leave(Func called) {
    try {
      store.exit();
    } catch (StackOverflowError e) {
      // Leaving is all that there may be room for.
      if (owner.isHere()) {
        owner.leave();
      }
      throw e;
    } finally {
      Reference.reachabilityFence(called);
    }
  }
}
