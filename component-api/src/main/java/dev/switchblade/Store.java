package dev.switchblade;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.switchblade.abi.Call;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.internal.link.LinkedInstance;
import dev.switchblade.internal.store.StoreState;
import dev.switchblade.internal.upcall.Upcalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What one tenant or one request owns: instances, their memory, and the limits of both. Closing it
 * frees everything.
 *
 * <p><b>Threads.</b> A store and all that lives in it serve one call at a time. Any thread may make
 * it; while one is in the store, another one's call, and a call from a host function that the guest
 * is waiting for, gets a {@link StoreBusyException}.
 *
 * <p><b>After a failure.</b> A guest that traps, reaches a limit, or is stopped by an exception of
 * a host function leaves its memory half changed. The store is lost then: each later use gets a
 * {@link StoreLostException} with that failure as its cause. Use a store per tenant or request.
 * What uses a store that was closed gets a {@link ClosedException}.
 *
 * @see <a href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.Store.html">wasmtime::Store</a>
 */
public final class Store implements AutoCloseable {

  private final Engine engine;
  private final StoreState state;
  private final Call call;
  private final Cleaner.Cleanable cleanable;

  /**
   * Makes a store with the {@linkplain Limits#defaults() default limits} that grants nothing.
   *
   * @throws ClosedException if the engine is closed
   */
  public Store(Engine engine) {
    this(engine, Limits.defaults());
  }

  /**
   * Makes a store that grants nothing.
   *
   * @param engine whose components will be instantiated
   * @param limits what it may use up
   * @throws ClosedException if the engine is closed
   */
  public Store(Engine engine, Limits limits) {
    this(engine, StoreConfig.defaults().withLimits(limits));
  }

  /**
   * Makes a store.
   *
   * @param engine whose components will be instantiated
   * @param config what it may use up, and touch
   * @throws IllegalArgumentException if a folder can't be opened that is granted, or a limit needs
   *     an engine with another setting
   * @throws ClosedException if the engine is closed
   */
  public Store(Engine engine, StoreConfig config) {
    this.engine = Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(config, "config");
    if (config.limits().fuel().isPresent() && !engine.traits().countsFuel()) {
      throw new IllegalArgumentException(
          "limits.fuel needs an engine that counts it: Engine.builder().fuel(true)");
    }
    if (config.limits().deadline().isPresent() && !engine.traits().interruptible()) {
      throw new IllegalArgumentException(
          "limits.deadline needs an engine whose guests can be stopped:"
              + " Engine.builder().interruptible(true)");
    }
    if (engine.traits().concurrent() && config.wasi().grants().intercepts()) {
      throw new IllegalArgumentException(
          "an HTTP interceptor needs an engine without concurrency support");
    }
    MemorySegment pointer = engine.handle().acquire();
    try {
      this.state = new StoreState(engine.traits(), engine.upcalls(), pointer, config);
    } finally {
      engine.handle().release();
    }
    state.handles().belongTo(this);
    this.cleanable = NativeHandle.CLEANER.register(this, state);
    this.call = new Call(state);
    state.keep(new HostCall(state));
  }

  Engine engine() {
    return engine;
  }

  /** What the store was made with. */
  public StoreConfig config() {
    return state.config();
  }

  /** Instantiates. */
  LinkedInstance instantiate(InstancePre pre) {
    if (pre.component().engine() != engine) {
      throw new IllegalArgumentException(
          pre.component() + " was compiled by another engine than the store was made with");
    }
    requireStoreOf(pre);
    Upcalls linked = pre.upcalls();
    MemorySegment pointer = pre.handle().acquire();
    try {
      state.enter();
      MemorySegment error;
      try {
        if (pre.makesUpcalls()) {
          state.requireSameUpcalls(linked);
          state.images().enableUpcalls();
        }
        state.owner().startRunning();
        error = state.instantiate(pointer);
        state.owner().startOver();
      } catch (Throwable e) {
        // No memory or no stack.
        state.exit();
        throw e;
      }
      if (error.address() != 0) {
        throw state.failed(error, "instantiating " + pre.component(), null);
      }
      int number = state.newestInstance();
      state.exit();
      return new LinkedInstance(
          this,
          state,
          call,
          pre.component().compiled(),
          pre.hostResources(),
          number,
          pre.pluggedImports());
    } finally {
      pre.handle().release();
      // The state alone doesn't keep the store from being released.
      Reference.reachabilityFence(this);
    }
  }

  @SuppressWarnings("ReferenceEquality") // stores are told apart, and are what they are
  private void requireStoreOf(InstancePre pre) {
    if (pre.store() != null && pre.store() != this) {
      throw new IllegalArgumentException(
          pre.component()
              + " was linked with an instance in another store, and can be instantiated in that one"
              + " only. Plug in an InstancePre instead: each store then gets an instance of its"
              + " own");
    }
  }

  /** Replaces what is plugged into an instance, as a block for native code says. */
  void plug(byte[] request) {
    state.enter();
    try (Arena arena = Arena.ofConfined()) {
      NativeError.check(
          SwitchbladeH.sb_instance_plug(
              state.pointer(), NativeMemory.block(arena, request), MemorySegment.NULL),
          "plugging in");
    } finally {
      state.exit();
      Reference.reachabilityFence(this);
    }
  }

  /** An exported core module of an instance. */
  CoreModule module(LinkedInstance instance, String path, String name) {
    state.enter();
    try (Arena arena = Arena.ofConfined()) {
      var request = new BlockWriter();
      request.number(instance.number(), 4);
      request.string(path);
      request.string(name);
      MemorySegment out = arena.allocate(ADDRESS);
      MemorySegment error =
          SwitchbladeH.sb_instance_module(
              state.pointer(), NativeMemory.block(arena, request.toByteArray()), out);
      if (error.address() != 0) {
        throw NativeError.take(error).ofMissingModule(instance.component().toString(), path, name);
      }
      return new CoreModule(engine, out.get(ADDRESS, 0));
    } finally {
      state.exit();
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Ends the call, or the instantiation, that a thread is making in this store, if there is one:
   * that thread gets a {@link GuestInterruptedException}. Any thread may ask; interrupting the
   * other thread does the same.
   *
   * <p>A guest that waits in WASI stops at once, one that runs at its next loop or function entry,
   * if the engine is {@linkplain Engine.Builder#interruptible interruptible}. A host function isn't
   * interrupted: the guest stops when it returns. A call that waits for a thread of the pool of
   * {@link Engine.Builder#virtualThreadCalls} ends without having run.
   */
  public void interrupt() {
    try {
      state.interrupt();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * How much fuel is left.
   *
   * @throws IllegalStateException if the engine doesn't {@linkplain Engine.Builder#fuel count} it
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store
   * @throws StoreLostException if the store is lost
   */
  public long fuel() {
    if (!engine.traits().countsFuel()) {
      throw new IllegalStateException("the engine doesn't count fuel: Engine.builder().fuel(true)");
    }
    try {
      return state.fuel();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Sets how much fuel is left, for all calls to come: tops it up before it runs out, or takes it
   * away. A guest that has run out of it has ended its store. The limit that exceptions name is
   * then this one, and {@link #config()} says what the store was made with ({@code
   * Store::set_fuel}). {@link Long#MAX_VALUE} is what stores without a limit have.
   *
   * @param units 0 or more, in Wasmtime's units; see {@link Limits#fuel()}
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if the engine doesn't {@linkplain Engine.Builder#fuel count} fuel
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store: host functions can't set the fuel of
   *     their callers
   * @throws StoreLostException if the store is lost
   */
  public void setFuel(long units) {
    if (units < 0) {
      throw new IllegalArgumentException("fuel: expected 0 or more, got " + units);
    }
    if (!engine.traits().countsFuel()) {
      throw new IllegalStateException("the engine doesn't count fuel: Engine.builder().fuel(true)");
    }
    try {
      state.setFuel(units);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Sets how long each call and each instantiation to come may take, in the place of {@link
   * Limits#deadline()}.
   *
   * @param longest more than nothing, at most 100 years
   * @throws IllegalArgumentException if it is not
   * @throws IllegalStateException if the engine isn't {@linkplain Engine.Builder#interruptible
   *     interruptible}
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store: the deadline of a call that runs stays
   * @throws StoreLostException if the store is lost
   */
  public void setDeadline(Duration longest) {
    Limits.requireDeadline("deadline", longest);
    setDeadlineNanos(longest.toNanos());
  }

  /**
   * Lets each call and each instantiation to come take as long as it likes.
   *
   * @throws IllegalStateException as {@link #setDeadline}
   */
  public void removeDeadline() {
    setDeadlineNanos(0);
  }

  private void setDeadlineNanos(long nanos) {
    if (!engine.traits().interruptible()) {
      throw new IllegalStateException(
          "the engine's guests can't be stopped: Engine.builder().interruptible(true)");
    }
    try {
      state.setDeadline(nanos);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Closes the store, whoever is in it: for programs that are shut down. Ends the call that another
   * thread makes, if there is one, as {@link #interrupt} does, waits until that thread has left the
   * store, and closes it. A call that begins meanwhile is ended, too. Does nothing if the store is
   * closed.
   *
   * <p>What can't be ended is waited for: a host function that doesn't return, a guest on an engine
   * that isn't {@linkplain Engine.Builder#interruptible interruptible}, a call that was begun and
   * not closed. To let a call end by itself first, stop making calls and wait for those who do.
   *
   * @param longest how long to wait at most for the other thread. What closing itself does is not
   *     part of it: consumers of the guest's last lines and destructors of the host's resources run
   * @return whether the store is closed. If it isn't a thread is still in there; {@link #close()}
   *     says which. An interrupted thread stops waiting, and stays interrupted
   * @throws IllegalStateException if the calling thread itself is in the store, in a host function
   *     for example, and so would wait for itself
   */
  public boolean closeWithin(Duration longest) {
    long nanos = Math.max(0, TimeUnit.NANOSECONDS.convert(longest));
    long start = System.nanoTime();
    for (int round = 0; ; round++) {
      try {
        close();
        return true;
      } catch (StoreBusyException e) {
        if (state.owner().isHere()) {
          throw e;
        }
      }
      interrupt();
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0 || !pause(Math.min(left, PAUSE_NANOS << Math.min(round, 6)))) {
        return false;
      }
    }
  }

  /** The first pause between two looks at whether a store can be closed; later ones are longer. */
  private static final long PAUSE_NANOS = 100_000;

  /** Says whether the thread was not interrupted. */
  private static boolean pause(long nanos) {
    LockSupport.parkNanos(nanos);
    return !Thread.currentThread().isInterrupted();
  }

  /**
   * Has something done once the store is closed: to count what is open, or to give back what the
   * store was given. It is done after everything in the store is freed, once, by the thread that
   * closes the store, or by a thread of its own if the store was forgotten and has been collected.
   * Several actions are done in the order in which they were added. What one of them throws is
   * logged, and keeps nothing else from being done.
   *
   * @param action what to do. A store that it refers to, directly or through what it holds, is
   *     never collected: it is done when that store is closed, and not when it is forgotten
   * @throws ClosedException if the store is closed already: the action will not be done
   */
  public void onClose(Runnable action) {
    state.afterClose(Objects.requireNonNull(action, "action"));
  }

  /**
   * Frees all instances and their memory. Does nothing if the store is closed.
   *
   * @throws StoreBusyException if a thread is in the store; {@link #closeWithin} ends what it does
   *     there
   */
  @Override
  public void close() {
    try {
      // By way of the state: a refused close must stay possible, and a Cleanable is cleaned once.
      if (state.close()) {
        cleanable.clean();
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }
}
