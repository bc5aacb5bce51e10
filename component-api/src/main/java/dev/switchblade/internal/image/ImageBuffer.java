package dev.switchblade.internal.image;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.bindings.ffi.sb_store_io;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.internal.owner.StoreOwner;
import dev.switchblade.internal.upcall.Upcalls;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What the images of one store are written to and read from, by either side, and the large lists
 * that go beside them. Used by the thread that is in the store.
 */
public final class ImageBuffer {

  /** The size of {@code sb_store_io_t}. */
  public static final long IO_SIZE = sb_store_io.layout().byteSize();

  /** Longer strings are not read through the scratch array: it would stay this large. */
  private static final int MAX_SCRATCH = 8 << 10;

  private final StoreOwner owner;

  /**
   * Guests run on stacks of their own: all lists go through images, none through the side table.
   */
  private final boolean concurrent;

  private final SideTable side = new SideTable();

  /** The first of the readers, which keep the segment too. */
  private @Nullable ImageSource readers;

  /** The first of the writers, likewise. */
  private @Nullable ImageSink writers;

  private MemorySegment segment = BufferPool.acquire();
  private byte[] scratch = new byte[64];

  /** The store's {@code sb_store_io_t}. */
  private MemorySegment io = MemorySegment.NULL;

  /** Null once the store is released. */
  private @Nullable Upcalls upcalls;

  private boolean upcallsAreEnabled;

  /**
   * Makes the buffer of a store.
   *
   * @param owner says who may use it
   * @param concurrent whether guests run on stacks of their own
   * @param upcalls how native code calls about the store
   */
  public ImageBuffer(StoreOwner owner, boolean concurrent, Upcalls upcalls) {
    this.owner = owner;
    this.concurrent = concurrent;
    this.upcalls = upcalls;
  }

  StoreOwner owner() {
    return owner;
  }

  /** Says whether images are owned by their calls, and have all lists in them. */
  public boolean isConcurrent() {
    return concurrent;
  }

  public void add(ImageSource reader) {
    reader.next = readers;
    readers = reader;
    reader.moveTo(segment);
  }

  public void add(ImageSink writer) {
    writer.next = writers;
    writers = writer;
    writer.moveTo(segment);
  }

  /**
   * Shows native code the buffer.
   *
   * @param io the store's {@code sb_store_io_t}
   */
  public void attach(MemorySegment io) {
    this.io = io;
    moveTo(segment);
  }

  /** Has images written to and read from a buffer from now on, by either side. */
  private void moveTo(MemorySegment buffer) {
    segment = buffer;
    sb_store_io.buffer(io, buffer);
    sb_store_io.capacity(io, buffer.byteSize());
    show(buffer);
  }

  /**
   * Readers and writers keep the buffer, which saves each call the garbage collector's barriers.
   */
  private void show(MemorySegment buffer) {
    for (ImageSource reader = readers; reader != null; reader = reader.next) {
      reader.moveTo(buffer);
    }
    for (ImageSink writer = writers; writer != null; writer = writer.next) {
      writer.moveTo(buffer);
    }
  }

  /** Ends it, when native code has forgotten it: other stores will use the memory. */
  public void free() {
    upcalls = null;
    MemorySegment released = segment;
    segment = BufferPool.NONE;
    show(BufferPool.NONE);
    BufferPool.release(released);
  }

  /**
   * Moves to a larger buffer that starts with what the present one holds. For writers, which have
   * asked whether it is their time.
   */
  void grow(long keep, long needed) {
    moveTo(BufferPool.grow(segment, keep, needed));
  }

  /** Sees to it that the image that the native library has just written is in the buffer. */
  public void receive(long address) {
    if (address != segment.address()) {
      adoptOverflow();
    }
  }

  /** Takes the image that did not fit into the buffer over into one that is large enough. */
  public void adoptOverflow() {
    long length = sb_store_io.length(io);
    MemorySegment image = NativeMemory.memory(sb_store_io.overflow(io).address(), length);
    moveTo(BufferPool.grow(image, length, length));
  }

  /** The length of the image that the native library wrote last. */
  long imageLength() {
    return sb_store_io.length(io);
  }

  /** Tells native code where the result of a host function is. */
  public void leaveResult(ImageSink image) {
    sb_store_io.result(io, image.base());
    sb_store_io.result_length(io, image.length());
  }

  /**
   * Leaves native code a block as the answer to an upcall that is no host function's. It goes into
   * the buffer: the guest that waits has left it, and no walk over an image is under way. A block
   * that is larger makes the buffer grow, which the store then keeps.
   */
  public void answer(byte[] block) {
    if (block.length > segment.byteSize()) {
      moveTo(BufferPool.grow(segment, 0, block.length));
    }
    MemorySegment.copy(block, 0, segment, JAVA_BYTE, 0, block.length);
    sb_store_io.result(io, 0);
    sb_store_io.result_length(io, block.length);
  }

  /** An array of at least the given length, for bytes that nobody keeps. */
  public byte[] scratch(int length) {
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
  public void enableUpcalls() {
    Upcalls calls = upcalls;
    if (!upcallsAreEnabled && calls != null) {
      sb_store_io.upcall(io, calls.pointer());
      upcallsAreEnabled = true;
    }
  }

  /** The large lists that are there. */
  public SideTable side() {
    return side;
  }

  /** Adds what native code will ask for, or has read. Values cross on the thread in the store. */
  public int addSide(Object entry) {
    owner.requireHere();
    enableUpcalls();
    return side.add(entry);
  }

  /** Adds a list that was looked at where it is. */
  public int addVisited() {
    owner.requireHere();
    enableUpcalls();
    return side.addVisited();
  }
}
