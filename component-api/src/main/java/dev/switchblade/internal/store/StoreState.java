package dev.switchblade.internal.store;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.switchblade.ClosedException;
import dev.switchblade.HostResource;
import dev.switchblade.Limits;
import dev.switchblade.ListVisitor;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.StackSpaceException;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreConfig;
import dev.switchblade.StoreLostException;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.sb_store_config;
import dev.switchblade.bindings.ffi.sb_store_io;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.internal.handle.DropQueue;
import dev.switchblade.internal.handle.StoreHandles;
import dev.switchblade.internal.image.ImageBuffer;
import dev.switchblade.internal.image.ResourceScope;
import dev.switchblade.internal.image.SegmentPool;
import dev.switchblade.internal.image.SideTable;
import dev.switchblade.internal.owner.Offload;
import dev.switchblade.internal.owner.StoreOwner;
import dev.switchblade.internal.store.PendingCalls.PendingCall;
import dev.switchblade.internal.upcall.UpcallStore;
import dev.switchblade.internal.upcall.Upcalls;
import dev.switchblade.internal.wasi.Grants;
import dev.switchblade.internal.wasi.GuestIo;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a store is made of. Apart from {@code Store}, so that a store that is forgotten while native
 * code knows its number can be found unreachable.
 */
public final class StoreState extends UpcallStore implements StoreHandles.Dropper, Runnable {

  /**
   * Where configurations are handed over: an arena would cost a good part of what making a store
   * does, and a buffer for images is no place for what native code must be able to rely on.
   */
  private static final SegmentPool SETUPS =
      new SegmentPool(ADDRESS.byteSize() + sb_store_config.layout().byteSize());

  private final StoreOwner owner = new StoreOwner();

  /** The {@code sb_store_t}, which starts with its {@code sb_store_io_t}. */
  private final MemorySegment pointer;

  /** Where that is. */
  private final long address;

  private final int number;

  /**
   * Kept for as long as native code may call by it, and no longer: null once the store is released.
   */
  private @Nullable Upcalls upcalls;

  /** Where guests run that virtual threads call; null if that is where they are called. */
  private final @Nullable Offload offload;

  private final ImageBuffer images;
  private final StoreHandles handles = new StoreHandles(owner, this);

  /** Each call asks for it: it is a field away. */
  private final SideTable side;

  private final DropQueue toDrop = handles.toDrop();

  private final Failures failures = new Failures();

  private final StoreConfig config;

  private final GuestIo io;

  /** Guards {@link #released} and what threads do to the store that are not in it. */
  private final Object outside = new Object();

  private boolean released;

  /** What is done once the store is released, in this order; guarded by {@link #outside}. */
  private @Nullable List<Runnable> afterClose;

  /** Made when the first host function doesn't end at once. */
  private @Nullable PendingCalls pendingCalls;

  private @Nullable ListVisitor visitor;

  /** How many lists of the result it has seen. */
  private int visited;

  private @Nullable Throwable visitFailure;

  /** The call of a host function. */
  private @Nullable Object hostFrame;

  /**
   * Makes a store.
   *
   * @param engine what the engine is like
   * @param upcalls how native code calls about the store
   * @param acquired the engine's pointer
   * @param config what it may use up, and touch
   */
  public StoreState(
      EngineTraits engine, Upcalls upcalls, MemorySegment acquired, StoreConfig config) {
    this.config = config;
    this.offload = engine.pool() == null ? null : new Offload(owner, engine.pool());
    this.io = new GuestIo(config.label(), config.wasi().grants());
    this.images = new ImageBuffer(owner, engine.concurrent(), upcalls);
    this.side = images.side();
    this.upcalls = upcalls;
    this.number = upcalls.addStore(this);
    try {
      this.pointer = make(engine, upcalls, acquired, config, number);
      this.address = pointer.address();
    } catch (Throwable e) {
      upcalls.removeStore(number);
      throw e;
    }
    images.attach(pointer);
    if (engine.interruptible() || !config.wasi().grants().grantsNothing()) {
      // A guest that runs long asks whether its thread was interrupted, also if it calls nothing.
      images.enableUpcalls();
    }
  }

  /** Makes the native part. */
  private static MemorySegment make(
      EngineTraits engine, Upcalls upcalls, MemorySegment pointer, StoreConfig config, int number) {
    MemorySegment setup = SETUPS.acquire();
    try {
      return make(engine, upcalls, pointer, config, number, setup);
    } finally {
      SETUPS.release(setup);
    }
  }

  private static MemorySegment make(
      EngineTraits engine,
      Upcalls upcalls,
      MemorySegment pointer,
      StoreConfig config,
      int number,
      MemorySegment setup) {
    Limits limits = config.limits();
    MemorySegment out = setup.asSlice(0, ADDRESS);
    MemorySegment block = setup.asSlice(ADDRESS.byteSize(), sb_store_config.layout());
    sb_store_config.store(block, number);
    sb_store_config.drain_threshold(block, SideTable.LEAST_BYTES);
    sb_store_config.memory_bytes(block, limits.memoryBytes());
    sb_store_config.total_memory_bytes(block, limits.totalMemoryBytes());
    sb_store_config.table_elements(block, limits.tableElements());
    sb_store_config.instances(block, limits.instances());
    sb_store_config.memories(block, limits.memories());
    sb_store_config.hostcall_bytes(block, limits.copiedBytes());
    sb_store_config.tasks(block, limits.tasks());
    sb_store_config.max_wasm_stack(block, engine.maxWasmStack());
    sb_store_config.fuel(block, engine.countsFuel() ? limits.fuel().orElse(Long.MAX_VALUE) : 0);
    sb_store_config.deadline_nanos(
        block, limits.deadline().isPresent() ? limits.deadline().get().toNanos() : 0);
    sb_store_config.handles(block, limits.handles());
    sb_store_config.open_files(block, limits.openFiles());
    sb_store_config.name_lookups(block, limits.nameLookups());
    sb_store_config.output_bytes(block, limits.outputBytes());
    sb_store_config.requests(block, limits.requests());
    Grants wasi = config.wasi().grants();
    if (wasi.grantsNothing()) {
      sb_store_config.wasi(block, MemorySegment.NULL);
      return make(pointer, block, out);
    }
    NativeHandle handle = wasi.handle();
    if (handle == null) {
      handle = wasi.open();
      upcalls.keep(wasi.identity(), handle);
    }
    sb_store_config.wasi(block, handle.acquire());
    try {
      return make(pointer, block, out);
    } finally {
      handle.release();
    }
  }

  private static MemorySegment make(MemorySegment engine, MemorySegment block, MemorySegment out) {
    NativeError.check(SwitchbladeH.sb_store_new(engine, block, out), "the store");
    return NativeMemory.memory(out.get(ADDRESS, 0).address(), ImageBuffer.IO_SIZE);
  }

  public StoreOwner owner() {
    return owner;
  }

  /** Where guests run that virtual threads call; null if that is where they are called. */
  public @Nullable Offload offload() {
    return offload;
  }

  /**
   * Instantiates what a pre-instantiation has; returns the error, if it fails. The calling thread
   * is in the store, which is running.
   */
  public MemorySegment instantiate(MemorySegment linked) {
    Offload elsewhere = offload;
    return elsewhere != null && Offload.isWanted()
        ? elsewhere.run(() -> instantiateHere(linked))
        : instantiateHere(linked);
  }

  private MemorySegment instantiateHere(MemorySegment linked) {
    return SwitchbladeH.sb_instantiate(pointer, linked, MemorySegment.NULL);
  }

  /** What images are written to and read from. */
  public ImageBuffer images() {
    return images;
  }

  /** The handles of resources. */
  public StoreHandles handles() {
    return handles;
  }

  public StoreConfig config() {
    return config;
  }

  /** Ends the call that another thread makes, if there is one. */
  public void interrupt() {
    synchronized (outside) {
      if (!released) {
        SwitchbladeH.sb_store_interrupt(pointer, MemorySegment.NULL, MemorySegment.NULL);
        if (offload != null) {
          offload.interruptWaiting();
        }
      }
    }
  }

  /** How much fuel is left. */
  public long fuel() {
    enter();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(JAVA_LONG);
      NativeError.check(
          SwitchbladeH.sb_store_fuel(pointer, MemorySegment.NULL, out), "the store's fuel");
      return out.get(JAVA_LONG, 0);
    } finally {
      exit();
    }
  }

  /**
   * Requires host functions to be told by the numbers that this store's upcalls have for them. They
   * are, but where a finalizer has brought back what nobody could reach any more.
   *
   * @param linked what a pre-instantiation has
   */
  public void requireSameUpcalls(@Nullable Upcalls linked) {
    if (linked != upcalls) {
      throw new IllegalStateException(
          "the store and what is instantiated in it were not made together: a finalizer has brought"
              + " one of them back");
    }
  }

  /** Sets how much fuel is left. */
  public void setFuel(long units) {
    enter();
    try (Arena arena = Arena.ofConfined()) {
      NativeError.check(
          SwitchbladeH.sb_store_set_fuel(pointer, number(arena, units), MemorySegment.NULL),
          "the store's fuel");
    } finally {
      exit();
    }
  }

  /** Sets how long calls may take; 0 is no limit. */
  public void setDeadline(long nanos) {
    enter();
    try (Arena arena = Arena.ofConfined()) {
      NativeError.check(
          SwitchbladeH.sb_store_set_deadline(pointer, number(arena, nanos), MemorySegment.NULL),
          "the store's deadline");
    } finally {
      exit();
    }
  }

  private static MemorySegment number(Arena arena, long value) {
    var block = new BlockWriter();
    block.number(value, Long.BYTES);
    return NativeMemory.block(arena, block.toByteArray());
  }

  public MemorySegment pointer() {
    return pointer;
  }

  public long address() {
    return address;
  }

  /** Keeps the call of host functions, which is made again and again. */
  public void keep(Object hostFrame) {
    this.hostFrame = hostFrame;
  }

  /** The call of a host function, for whoever makes one. */
  public @Nullable Object hostFrame() {
    return hostFrame;
  }

  /**
   * Makes the calling thread the one that is in the store.
   *
   * @throws StoreBusyException if there is one
   * @throws StoreLostException if the store is lost
   * @throws ClosedException if it is closed
   */
  public void enter() {
    owner.enter();
    if (owner.hasWaitingWork()) {
      dropAfterEntering();
    }
  }

  /**
   * Drops what waits for it. The calling thread has entered the store, and has left it if this
   * throws.
   */
  public void dropAfterEntering() {
    RuntimeException failure = dropWaiting();
    if (failure != null) {
      throw failure;
    }
  }

  /** Ends what {@link #enter} began. */
  public void exit() {
    if (!side.isEmpty() || visitor != null) {
      forgetValues();
    }
    if (!owner.hasWaitingWork() || dropBeforeLeaving()) {
      owner.leave();
    }
  }

  /** Apart, because few calls have anything of these. */
  private void forgetValues() {
    side.clear();
    endVisits();
  }

  /**
   * Drops what waits for it, at the end of a call that has succeeded, whatever becomes of this.
   *
   * @return whether the calling thread is still in the store
   */
  private boolean dropBeforeLeaving() {
    try {
      // If it fails the store is lost, and says by what when it is used.
      return dropWaiting() == null;
    } catch (RuntimeException e) {
      // There was no thread to run destructors on: whoever enters the store next has them run.
      return false;
    }
  }

  /** Drops what waits for it, if nobody is in the store. */
  @Override
  public void dropNow() {
    if (!owner.tryEnter()) {
      return;
    }
    dropAfterEntering();
    owner.leave();
  }

  /**
   * Drops what waits for it, and what destructors add to that. The calling thread is in the store,
   * and stays there unless this fails.
   *
   * @return why the store is lost, or null
   */
  private @Nullable RuntimeException dropWaiting() {
    RuntimeException failure = null;
    while (!toDrop.isEmpty() && failure == null) {
      failure = dropBatch();
    }
    return failure;
  }

  private @Nullable RuntimeException dropBatch() {
    MemorySegment error;
    List<Integer> dropped = List.of();
    owner.startRunning();
    try {
      dropped = toDrop.takeAll();
      error = drop(dropped);
    } catch (Throwable e) {
      // No memory or no stack.
      dropped.forEach(handles::dropLater);
      owner.leave();
      throw e;
    }
    owner.startOver();
    if (error.address() == 0) {
      return null;
    }
    RuntimeException failure = failed(error, "dropping a resource", null);
    if (failure instanceof StackSpaceException) {
      // Nothing has run: another thread, or this one when it is less deep, will do it.
      dropped.forEach(handles::dropLater);
    }
    return failure;
  }

  private MemorySegment drop(List<Integer> numbers) {
    Offload elsewhere = offload;
    return elsewhere != null && Offload.isWanted()
        ? elsewhere.run(() -> dropHere(numbers))
        : dropHere(numbers);
  }

  private MemorySegment dropHere(List<Integer> numbers) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment list = arena.allocate(4L * numbers.size(), 8);
      for (int i = 0; i < numbers.size(); i++) {
        list.setAtIndex(JAVA_INT, i, numbers.get(i));
      }
      MemorySegment block = NativeMemory.block(arena, list);
      return SwitchbladeH.sb_resources_drop(pointer, block, MemorySegment.NULL);
    }
  }

  public PendingCalls pendingCalls() {
    PendingCalls pending = pendingCalls;
    if (pending == null) {
      pending = new PendingCalls();
      pendingCalls = pending;
    }
    return pending;
  }

  /**
   * Counts what guests have the host write down against the limit of output.
   *
   * @throws ResourceLimitException if that is reached: whoever called the guest gets it, too
   */
  public void countOutput(long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      NativeError.check(
          SwitchbladeH.sb_store_count_output(pointer, number(arena, bytes), MemorySegment.NULL),
          "what the guest has the host write");
    } catch (ResourceLimitException e) {
      failures.record(e);
      throw e;
    }
  }

  /** Lists of the next call's result are handed to a visitor. */
  public void visitWith(ListVisitor visitor) {
    images.enableUpcalls();
    this.visitor = visitor;
    visited = 0;
    visitFailure = null;
  }

  /** Ends what {@link #visitWith} began; returns what the visitor threw. */
  public @Nullable Throwable endVisits() {
    Throwable failure = visitFailure;
    visitor = null;
    visitFailure = null;
    return failure;
  }

  // ---- upcalls

  @Override
  public boolean fill(int entry, long address, long size) {
    return side.copyTo(entry, address, size);
  }

  @Override
  public int drain(int tag, long address, long size) {
    side.beginValues();
    return images.addSide(SideTable.copyFrom(tag, address, size));
  }

  @Override
  public void destroy(Object resource, int number) throws Exception {
    handles.hostObjects().destroy((HostResource<?>) resource, number);
  }

  @Override
  public long await(boolean wait) {
    PendingCall call;
    try {
      call = wait ? pendingCalls().take() : pendingCalls().poll();
      if (call == null) {
        return 0;
      }
    } catch (InterruptedException e) {
      // The native library asks for it next.
      Thread.currentThread().interrupt();
      return 0;
    }
    try {
      call.function.finish(this, call.result());
      return call.number;
    } catch (Throwable thrown) {
      fail(thrown, "the host function " + call.function.qualifiedName());
      return -1 - call.number;
    }
  }

  @Override
  public void abandon(long number) {
    pendingCalls().abandon(number);
  }

  @Override
  public boolean write(boolean error, long address, long length) {
    try {
      io.write(error, address, length);
      return true;
    } catch (IOException e) {
      failures.recordLostOutput(e);
      return false;
    }
  }

  @Override
  public void read(long inbox, int most) {
    io.read(inbox, most);
  }

  @Override
  public void tell(boolean granted, long address, long length) {
    io.tell(granted, address, length);
  }

  @Override
  public int decide(long address, long length) throws Exception {
    GuestIo.Decision decision = io.decide(address, length);
    if (decision.block() != null) {
      images.answer(decision.block());
    }
    return decision.number();
  }

  @Override
  @SuppressWarnings("restricted")
  public int visit(long address, long size) {
    ListVisitor visiting = visitor;
    if (visiting != null && visitFailure == null) {
      // Closed when the visit is over: whoever keeps the segment finds it dead.
      try (Arena arena = Arena.ofConfined()) {
        visiting.visit(
            visited++,
            MemorySegment.ofAddress(address).reinterpret(size, arena, null).asReadOnly());
      } catch (Throwable e) {
        visitFailure = e;
      }
    }
    return images.addVisited();
  }

  /** Throws what a visitor threw: also a checked exception, which a visitor can only smuggle. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <E extends Throwable> void rethrow(@Nullable Throwable thrown) throws E {
    if (thrown != null) {
      throw (E) thrown;
    }
  }

  /**
   * The exception for an error that a call or an instantiation ended with; ends the store if need
   * be. The calling thread is in the store, and afterwards isn't.
   *
   * @param crossing the handles that have crossed, or have not
   */
  public RuntimeException failed(
      MemorySegment error, String context, @Nullable ResourceScope crossing) {
    Throwable seen = endVisits();
    RuntimeException exception = null;
    boolean lost = true;
    try {
      side.clear();
      NativeError described = NativeError.take(error);
      exception = failures.exception(described, context, seen);
      lost = described.endsStore();
      if (crossing != null) {
        if (lost) {
          crossing.over();
        } else {
          crossing.undo();
        }
      }
      return exception;
    } finally {
      // Also if there is no memory for an exception: the thread must leave the store.
      if (lost) {
        owner.lose(exception);
      } else {
        owner.leave();
      }
    }
  }

  @Override
  public void fail(Throwable reason, String by) {
    failures.record(reason, by);
  }

  /** The number of the instance that was made last. */
  public int newestInstance() {
    return Math.toIntExact(sb_store_io.instance(pointer));
  }

  /**
   * Closes the store; once it is closed, does nothing.
   *
   * @return whether it was open
   * @throws StoreBusyException if a thread is in it
   */
  public boolean close() {
    if (!owner.close()) {
      return false;
    }
    free();
    endOfHost();
    return true;
  }

  /**
   * The safety net for stores that were forgotten. What runs code of users does so on a thread of
   * its own: this one is the cleaner's, which all forgotten objects wait for.
   */
  @Override
  public void run() {
    if (owner.closeForgotten()) {
      free();
      if (hasEndOfHost()) {
        Thread.ofVirtual().name("switchblade-forgotten-store").start(this::endOfHost);
      }
    }
  }

  /** Releases what is native. Run once, after the store was closed. */
  private void free() {
    synchronized (outside) {
      released = true;
    }
    Upcalls kept = Objects.requireNonNull(upcalls);
    try {
      MemorySegment refused =
          SwitchbladeH.sb_store_delete(pointer, MemorySegment.NULL, MemorySegment.NULL);
      if (refused.address() != 0) {
        // A guest is still in there: its number and its buffer stay with it.
        throw NativeError.take(refused).toException("the store", null, "");
      }
    } finally {
      // Host functions that only this store had are released from within the native call.
      Reference.reachabilityFence(kept);
    }
    kept.removeStore(number);
    upcalls = null;
    images.free();
  }

  /**
   * Has something done once the store is closed and released.
   *
   * @throws ClosedException if it is closed
   */
  public void afterClose(Runnable action) {
    synchronized (outside) {
      if (!released) {
        List<Runnable> actions = afterClose;
        if (actions == null) {
          actions = new ArrayList<>(1);
          afterClose = actions;
        }
        actions.add(action);
        return;
      }
    }
    throw new ClosedException("the store is closed");
  }

  /** Says whether {@link #endOfHost} has anything to do. */
  private boolean hasEndOfHost() {
    return pendingCalls != null
        || !handles.remainingObjects().isUnused()
        || io.hasEnd()
        || !afterClose().isEmpty();
  }

  /** What is done once the store is released; there is no more to come. */
  private List<Runnable> afterClose() {
    synchronized (outside) {
      return afterClose == null ? List.of() : afterClose;
    }
  }

  /** Ends what the host has in the store, by code of users. Run once, after {@link #free}. */
  private void endOfHost() {
    PendingCalls pending = pendingCalls;
    if (pending != null) {
      pending.abandonAll();
    }
    handles.remainingObjects().destroyAll();
    try {
      io.end();
    } finally {
      for (Runnable action : afterClose()) {
        tell(action);
      }
    }
  }

  /** What one of them throws keeps no other from being told, nor a thread from closing a store. */
  private static void tell(Runnable action) {
    try {
      action.run();
    } catch (Throwable e) {
      // Not in a field: making a logger takes a starting process milliseconds.
      System.getLogger(StoreState.class.getName())
          .log(System.Logger.Level.WARNING, "what was to be done after a store was closed", e);
    }
  }
}
