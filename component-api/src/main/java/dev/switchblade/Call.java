package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.lang.foreign.MemorySegment;
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
 * <p>A call takes the store from {@link Func#begin()} to {@link #close()}: no other call can be made
 * in it. The object is the store's and is used again; it must not be kept. It is used by the thread
 * that began it.
 */
public final class Call implements AutoCloseable {

  private static final long OVERFLOW = SwitchbladeH.SB_CALL_OVERFLOW();

  private final StoreState store;
  private final ImageWriter writer;
  private final ImageReader reader;

  /** The function that is called; null when no call is open. */
  private @Nullable Func func;

  Call(StoreState store) {
    this.store = store;
    this.writer = new ImageWriter(store);
    this.reader = new ImageReader(store);
  }

  /** Opens a call; the calling thread has entered the store. */
  void open(Func func) {
    this.func = func;
    writer.open(store.buffer(), 0, func.export().parametersSize());
  }

  /**
   * Where the arguments are written: the tuple of all parameters, at offset 0.
   *
   * @throws IllegalStateException if the function has been invoked, or the call is closed
   */
  public ImageWriter arguments() {
    if (!writer.isOpen()) {
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
   * Calls the function.
   *
   * @param flags {@code SB_CALL_NO_DRAIN} or 0
   */
  void invoke(long flags) {
    Func called = func;
    if (called == null || !writer.isOpen()) {
      throw over("it can't be invoked");
    }
    long length = writer.length();
    writer.close();
    long outcome = SwitchbladeH.sb_call(store.pointer(), called.target(), length | flags);
    if (outcome == 0) {
      reader.open(store.buffer());
    } else if (outcome == OVERFLOW) {
      store.adoptOverflow();
      reader.open(store.buffer());
    } else {
      func = null;
      throw store.failed(MemorySegment.ofAddress(outcome), called.toString());
    }
  }

  /**
   * Where the result is read: at offset 0. There is something to read if the function has a result.
   *
   * @throws IllegalStateException if the function hasn't been invoked, or the call is closed
   */
  public ImageReader result() {
    if (!reader.isOpen()) {
      throw over("there is no result to read");
    }
    return reader;
  }

  private IllegalStateException over(String what) {
    Func called = func;
    String state =
        called == null
            ? "the call is over"
            : writer.isOpen() ? called + " has not been invoked yet" : called + " has been invoked";
    return new IllegalStateException(state + ": " + what);
  }

  /** Ends the call and leaves the store. Does nothing if the call has failed. */
  @Override
  public void close() {
    if (func != null) {
      func = null;
      writer.close();
      reader.close();
      store.exit();
    }
  }
}
