package dev.switchblade.abi;

import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.ListVisitor;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.StackSpaceException;
import dev.switchblade.TrapException;
import dev.switchblade.internal.link.CallFrame;
import dev.switchblade.internal.store.StoreState;

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
 * dev.switchblade.Store#interrupt()} is how another thread ends a call.
 */
public final class Call extends CallFrame implements AutoCloseable {

  /**
   * Made with its store, once.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public Call(StoreState store) {
    super(store);
  }

  /**
   * Where the arguments are written: the tuple of all parameters, at offset 0.
   *
   * @throws IllegalStateException if the function has been invoked, or the call is closed
   */
  public ImageWriter arguments() {
    return openArguments();
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
    run(0);
  }

  /**
   * Calls the function, and has the lists of its result looked at in guest memory instead of
   * copying them: those whose elements are numbers, or records, tuples or fixed-length lists of
   * numbers, at any depth and in the result's order. What else the result has can be read as usual;
   * reading a list that was visited throws {@link IllegalStateException}.
   *
   * @param visitor sees each list, and which it is if it is {@linkplain ListVisitor#indexed
   *     indexed}. What it throws is thrown here, when the guest has finished: its store stays in
   *     order, and the lists after it are not visited
   * @throws GuestException as {@link #invoke()}
   * @throws IllegalStateException as {@link #invoke()}
   * @throws UnsupportedOperationException if the engine has {@linkplain Engine.Builder#concurrency
   *     concurrency support}
   */
  public void invokeInPlace(ListVisitor visitor) {
    runInPlace(visitor);
  }

  /**
   * Where the result is read: at offset 0. There is something to read if the function has a result.
   *
   * @throws IllegalStateException if the function hasn't been invoked, or the call is closed
   */
  public ImageReader result() {
    return openResult();
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
    end();
  }
}
