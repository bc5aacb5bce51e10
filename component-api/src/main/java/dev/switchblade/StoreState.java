package dev.switchblade;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.switchblade.PendingCalls.PendingCall;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.sb_store_config;
import dev.switchblade.bindings.ffi.sb_store_io;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store is made of. Apart from {@link Store}, so that a store that is forgotten while native
 * code knows its number can be found unreachable.
 */
final class StoreState extends UpcallStore implements Runnable {

  private static final @Nullable Object[] NO_SIDE = new Object[0];

  /** Longer strings are not read through the scratch array: it would stay this large. */
  private static final int MAX_SCRATCH = 8 << 10;

  /** The size of {@code sb_store_io_t}. */
  static final long IO_SIZE = sb_store_io.layout().byteSize();

  /**
   * Where configurations are handed over: an arena would cost a good part of what making a store
   * does, and a buffer for images is no place for what native code must be able to rely on.
   */
  private static final SegmentPool SETUPS =
      new SegmentPool(ADDRESS.byteSize() + sb_store_config.layout().byteSize());

  private final StoreOwner owner = new StoreOwner();

  /** The store, which is not kept from being found unreachable. */
  private @Nullable WeakReference<Store> store;

  /** The {@code sb_store_t}, which starts with its {@code sb_store_io_t}. */
  private final MemorySegment pointer;

  /** Where that is. */
  private final long address;

  private final int number;

  private MemorySegment buffer;
  private byte[] scratch = new byte[64];

  private @Nullable Object[] side = NO_SIDE;
  private int sideCount;

  /** Nothing in the side table is needed any more. */
  private boolean sideIsOver;

  private boolean upcalls;

  /**
   * Guests run on stacks of their own: all lists go through images, none through the side table.
   */
  private final boolean concurrent;

  private final StoreConfig config;

  private final GuestIo io;

  /** Guards {@link #released} and what threads do to the store that are not in it. */
  private final Object outside = new Object();

  private boolean released;

  /** Made when the first host function doesn't end at once. */
  private @Nullable PendingCalls pendingCalls;

  private final HostObjects hostObjects = new HostObjects();

  /** Handles to be dropped when nobody is in the store. Guarded by itself. */
  private final List<Integer> toDrop = new ArrayList<>();

  private volatile boolean anyToDrop;

  private @Nullable ListVisitor visitor;
  private @Nullable Throwable visitFailure;

  /** Stands in the side table for a list that was visited. */
  private static final Object VISITED = new Object();

  private final Call call = new Call(this);
  private final HostCall hostCall = new HostCall(this);

  private @Nullable Throwable thrown;

  /** A limit of this store's that {@link #countOutput} found to be reached in the present call. */
  private @Nullable ResourceLimitException limitReached;

  /** What was done when it was thrown, such as {@code the host function logger}. */
  private String thrownBy = "";

  /**
   * Makes a store.
   *
   * @param acquired the engine's pointer
   */
  StoreState(Engine engine, MemorySegment acquired, StoreConfig config) {
    this.concurrent = engine.isConcurrent();
    this.config = config;
    this.io = new GuestIo(config.label(), config.wasi().grants());
    this.buffer = Images.acquire();
    this.number = Upcalls.STORES.add(this);
    try {
      this.pointer = make(engine, acquired, config, number);
      this.address = pointer.address();
    } catch (Throwable e) {
      Upcalls.STORES.remove(number);
      throw e;
    }
    moveTo(buffer);
    if (engine.isInterruptible() || !config.wasi().grants().grantsNothing()) {
      // A guest that runs long asks whether its thread was interrupted, also if it calls nothing.
      enableUpcalls();
    }
  }

  /** Makes the native part. */
  private static MemorySegment make(
      Engine engine, MemorySegment pointer, StoreConfig config, int number) {
    MemorySegment setup = SETUPS.acquire();
    try {
      return make(engine, pointer, config, number, setup);
    } finally {
      SETUPS.release(setup);
    }
  }

  private static MemorySegment make(
      Engine engine, MemorySegment pointer, StoreConfig config, int number, MemorySegment setup) {
    Limits limits = config.limits();
    MemorySegment out = setup.asSlice(0, ADDRESS);
    MemorySegment block = setup.asSlice(ADDRESS.byteSize(), sb_store_config.layout());
    sb_store_config.store(block, number);
    sb_store_config.drain_threshold(block, ImageWriter.DIRECT_SIZE);
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
    sb_store_config.wasi(block, handle.acquire());
    try {
      return make(pointer, block, out);
    } finally {
      handle.release();
    }
  }

  private static MemorySegment make(MemorySegment engine, MemorySegment block, MemorySegment out) {
    NativeError.check(SwitchbladeH.sb_store_new(engine, block, out), "the store");
    return Native.memory(out.get(ADDRESS, 0).address(), IO_SIZE);
  }

  StoreOwner owner() {
    return owner;
  }

  /** Tells the state whose it is. */
  void belongsTo(Store store) {
    this.store = new WeakReference<>(store);
  }

  /**
   * The store, for what must keep it reachable. Asked by the thread that is in it, which keeps it
   * reachable meanwhile.
   */
  Store store() {
    Store found = store == null ? null : store.get();
    if (found == null) {
      throw new IllegalStateException("the store is gone");
    }
    return found;
  }

  StoreConfig config() {
    return config;
  }

  /** Ends the call that another thread makes, if there is one. */
  void interrupt() {
    synchronized (outside) {
      if (!released) {
        SwitchbladeH.sb_store_interrupt(pointer, MemorySegment.NULL, MemorySegment.NULL);
      }
    }
  }

  /** How much fuel is left. */
  long fuel() {
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

  /** Has images written to and read from a buffer from now on, by either side. */
  private void moveTo(MemorySegment buffer) {
    this.buffer = buffer;
    sb_store_io.buffer(pointer, buffer);
    sb_store_io.capacity(pointer, buffer.byteSize());
    showBuffer();
  }

  /**
   * Readers and writers keep the buffer, which saves each call the garbage collector's barriers.
   */
  private void showBuffer() {
    call.moveTo(buffer);
    hostCall.moveTo(buffer);
  }

  MemorySegment pointer() {
    return pointer;
  }

  long address() {
    return address;
  }

  /** What images are written to and read from. */
  MemorySegment buffer() {
    return buffer;
  }

  Call call() {
    return call;
  }

  HostCall hostCall() {
    return hostCall;
  }

  /**
   * Makes the calling thread the one that is in the store.
   *
   * @throws StoreBusyException if there is one
   * @throws StoreLostException if the store is lost
   * @throws ClosedException if it is closed
   */
  void enter() {
    owner.enter();
    RuntimeException failure = dropWaiting();
    if (failure != null) {
      throw failure;
    }
  }

  /** Ends what {@link #enter} began. */
  void exit() {
    if (sideCount != 0) {
      clearSide();
    }
    if (visitor != null) {
      endVisits();
    }
    if (dropWaiting() != null) {
      // The call itself has succeeded. The store is lost, and says by what when it is used.
      return;
    }
    owner.leave();
  }

  /**
   * Drops a handle of a resource: now if nobody is in the store, or when the call there is over.
   */
  void drop(int handle) {
    dropLater(handle);
    if (!owner.tryEnter()) {
      return;
    }
    RuntimeException failure = dropWaiting();
    if (failure != null) {
      throw failure;
    }
    owner.leave();
  }

  /** Drops a handle when the store is entered or left next. */
  void dropLater(int handle) {
    synchronized (toDrop) {
      toDrop.add(handle);
      anyToDrop = true;
    }
  }

  /**
   * Drops what waits for it, and what destructors add to that. The calling thread is in the store,
   * and stays there unless this fails.
   *
   * @return why the store is lost, or null
   */
  private @Nullable RuntimeException dropWaiting() {
    RuntimeException failure = null;
    while (anyToDrop && failure == null) {
      failure = dropBatch();
    }
    return failure;
  }

  private @Nullable RuntimeException dropBatch() {
    MemorySegment error;
    List<Integer> handles = List.of();
    owner.startRunning();
    try (Arena arena = Arena.ofConfined()) {
      synchronized (toDrop) {
        handles = List.copyOf(toDrop);
        toDrop.clear();
        anyToDrop = false;
      }
      MemorySegment numbers = arena.allocate(4L * handles.size(), 8);
      for (int i = 0; i < handles.size(); i++) {
        numbers.setAtIndex(JAVA_INT, i, handles.get(i));
      }
      MemorySegment block = Native.block(arena, numbers);
      error = SwitchbladeH.sb_resources_drop(pointer, block, MemorySegment.NULL);
    } catch (Throwable e) {
      // No memory or no stack.
      handles.forEach(this::dropLater);
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
      handles.forEach(this::dropLater);
    }
    return failure;
  }

  boolean isConcurrent() {
    return concurrent;
  }

  PendingCalls pendingCalls() {
    PendingCalls pending = pendingCalls;
    if (pending == null) {
      pending = new PendingCalls();
      pendingCalls = pending;
    }
    return pending;
  }

  /** What the host has lent and given to guests: for the thread that is in the store. */
  HostObjects hostObjects() {
    owner.requireHere();
    return hostObjects;
  }

  /**
   * Counts what guests have the host write down against the limit of output.
   *
   * @throws ResourceLimitException if that is reached: whoever called the guest gets it, too
   */
  void countOutput(long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment number = arena.allocate(JAVA_LONG);
      number.set(JAVA_LONG, 0, bytes);
      MemorySegment block = Native.block(arena, number);
      NativeError.check(
          SwitchbladeH.sb_store_count_output(pointer, block, MemorySegment.NULL),
          "what the guest has the host write");
    } catch (ResourceLimitException e) {
      limitReached = e;
      throw e;
    }
  }

  /** Lists of the next call's result are handed to a visitor. */
  void visitWith(ListVisitor visitor) {
    enableUpcalls();
    this.visitor = visitor;
    visitFailure = null;
  }

  /** Ends what {@link #visitWith} began; returns what the visitor threw. */
  @Nullable Throwable endVisits() {
    Throwable failure = visitFailure;
    visitor = null;
    visitFailure = null;
    return failure;
  }

  // ---- upcalls

  @Override
  public boolean fill(int entry, long address, long size) {
    return ImageWriter.fill(side(entry), address, size);
  }

  @Override
  public int drain(int tag, long address, long size) {
    beginValues();
    return addSide(ImageReader.drain(tag, address, size));
  }

  @Override
  public void destroy(Object resource, int number) throws Exception {
    HostResource<?> dropped = (HostResource<?>) resource;
    dropped.destroy(hostObjects().remove(dropped, number));
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
  public void write(boolean error, long address, long length) throws IOException {
    io.write(error, address, length);
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
      answer(decision.block());
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
            MemorySegment.ofAddress(address).reinterpret(size, arena, null).asReadOnly());
      } catch (Throwable e) {
        visitFailure = e;
      }
    }
    return addSide(VISITED);
  }

  /** Throws what a visitor threw: also a checked exception, which a visitor can only smuggle. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <E extends Throwable> void rethrow(@Nullable Throwable thrown) throws E {
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
  RuntimeException failed(MemorySegment error, String context, @Nullable ResourceScope crossing) {
    Throwable cause = thrown;
    ResourceLimitException limit = limitReached;
    thrown = null;
    limitReached = null;
    Throwable seen = endVisits();
    RuntimeException exception = null;
    boolean lost = true;
    try {
      clearSide();
      NativeError described = NativeError.take(error);
      exception =
          limit != null && cause == limit
              ? new ResourceLimitException(
                  context + ": " + limit.getMessage(),
                  limit.limit(),
                  limit.value(),
                  described.trace())
              : described.toException(context, cause, thrownBy);
      if (cause != null && exception.getCause() == null) {
        exception.addSuppressed(cause);
      }
      if (seen != null) {
        exception.addSuppressed(seen);
      }
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
    if (thrown == null) {
      thrown = reason;
      thrownBy = by;
    }
  }

  /**
   * Leaves native code a block as the answer to an upcall that is no host function's. It goes into
   * the buffer: the guest that waits has left it, and no walk over an image is under way. A block
   * that is larger makes the buffer grow, which the store then keeps.
   */
  private void answer(byte[] block) {
    if (block.length > buffer.byteSize()) {
      moveTo(Images.grow(buffer, 0, block.length));
    }
    MemorySegment.copy(block, 0, buffer, JAVA_BYTE, 0, block.length);
    sb_store_io.result(pointer, 0);
    sb_store_io.result_length(pointer, block.length);
  }

  /**
   * Moves to a larger buffer that starts with what the present one holds. For writers, which have
   * asked whether it is their time.
   */
  void grow(long keep, long needed) {
    moveTo(Images.grow(buffer, keep, needed));
  }

  /** Takes the image that did not fit into the buffer over into one that is large enough. */
  void adoptOverflow() {
    long length = sb_store_io.length(pointer);
    MemorySegment image = Native.memory(sb_store_io.overflow(pointer).address(), length);
    moveTo(Images.grow(image, length, length));
  }

  /** The length of the image that the native library wrote last. */
  long imageLength() {
    return sb_store_io.length(pointer);
  }

  /** The number of the instance that was made last. */
  int newestInstance() {
    return Math.toIntExact(sb_store_io.instance(pointer));
  }

  /** Sees to it that the image that the native library has just written is in the buffer. */
  void receiveImage(long address) {
    if (address != buffer.address()) {
      adoptOverflow();
    }
  }

  /** An array of at least the given length, for bytes that nobody keeps. */
  byte[] scratch(int length) {
    if (length <= scratch.length) {
      return scratch;
    }
    if (length > MAX_SCRATCH) {
      return new byte[length];
    }
    scratch = new byte[Math.min(MAX_SCRATCH, Integer.highestOneBit(length) * 2)];
    return scratch;
  }

  /**
   * Lets the native library call back about this store. Not from the start: the upcall takes a
   * starting process milliseconds, and a store without large lists does without.
   */
  void enableUpcalls() {
    if (!upcalls) {
      sb_store_io.upcall(pointer, Upcalls.pointer());
      upcalls = true;
    }
  }

  /**
   * A host function has returned: what it was given and what it returned may go when the next
   * arguments or results come. Not yet: the library still reads the result.
   */
  void hostReturned() {
    sideIsOver = true;
  }

  /** New values come out of the guest, or go into it. */
  void beginValues() {
    if (sideIsOver) {
      sideIsOver = false;
      clearSide();
    }
  }

  /** Adds what native code will ask for, or has read. Values cross on the thread in the store. */
  int addSide(Object entry) {
    owner.requireHere();
    enableUpcalls();
    if (sideCount == side.length) {
      side = Arrays.copyOf(side, Math.max(4, 2 * sideCount));
    }
    side[sideCount] = entry;
    return sideCount++;
  }

  Object side(int entry) {
    Object found = entry < sideCount ? side[entry] : null;
    if (found == null) {
      throw new IllegalStateException("there is no side-table entry " + entry);
    }
    if (found == VISITED) {
      throw new IllegalStateException("the list was visited in place, and not copied");
    }
    return found;
  }

  void clearSide() {
    Arrays.fill(side, 0, sideCount, null);
    sideCount = 0;
    sideIsOver = false;
  }

  /**
   * Closes the store; once it is closed, does nothing.
   *
   * @return whether it was open
   * @throws StoreBusyException if a thread is in it
   */
  boolean close() {
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
    MemorySegment refused =
        SwitchbladeH.sb_store_delete(pointer, MemorySegment.NULL, MemorySegment.NULL);
    if (refused.address() != 0) {
      // A guest is still in there: its number and its buffer stay with it.
      throw NativeError.take(refused).toException("the store", null, "");
    }
    Upcalls.STORES.remove(number);
    MemorySegment released = buffer;
    // Other stores will use it.
    buffer = Images.NONE;
    showBuffer();
    Images.release(released);
  }

  /** Says whether {@link #endOfHost} has anything to do. */
  private boolean hasEndOfHost() {
    return pendingCalls != null
        || !hostObjects.isUnused()
        || io.hasEnd();
  }

  /** Ends what the host has in the store, by code of users. Run once, after {@link #free}. */
  private void endOfHost() {
    PendingCalls pending = pendingCalls;
    if (pending != null) {
      pending.abandonAll();
    }
    hostObjects.destroyAll();
    io.end();
  }
}
