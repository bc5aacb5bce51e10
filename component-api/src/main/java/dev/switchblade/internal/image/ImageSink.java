package dev.switchblade.internal.image;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.switchblade.HostResource;
import dev.switchblade.InvalidValueException;
import dev.switchblade.internal.handle.CrossingHandles;
import dev.switchblade.internal.handle.GuestHandle;
import dev.switchblade.internal.owner.StoreOwner;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** What writers of images are made of, and what of it {@link ImageAccess} shows to codecs. */
public abstract class ImageSink {

  /** From so many bytes on, lists don't stop in the image. */
  protected static final int DIRECT_SIZE = SideTable.LEAST_BYTES;

  /** What is said of a segment whose memory is gone. */
  protected static final String RELEASED = "the segment has been released";

  private final ImageBuffer buffer;
  private final StoreOwner owner;
  private final ResourceScope resources;

  /** When it can be used: a phase of the store's owner. */
  private final int phase;

  protected MemorySegment segment = BufferPool.NONE;

  /** Where the image starts in the segment. */
  protected long base;

  /** Where the next content goes in the segment. */
  protected long end;

  /** How many elements may still be looked at, while a path is looked for. */
  private long looks;

  /** What the path is looked for of, if its first element has the same offset. */
  private @Nullable Sought sought;

  /** The next writer of the buffer. */
  @Nullable ImageSink next;

  protected ImageSink(ImageBuffer buffer, ResourceScope resources, int phase) {
    this.buffer = buffer;
    this.owner = buffer.owner();
    this.resources = resources;
    this.phase = phase;
  }

  final ResourceScope resources() {
    return resources;
  }

  final void moveTo(MemorySegment segment) {
    this.segment = segment;
  }

  /**
   * Starts an image. For whoever opens the call, and has just made this its time.
   *
   * @param base where the image starts in the store's buffer, a multiple of 8
   * @param size the size of the tuple
   */
  final void open(long base, long size) {
    this.base = base;
    end = reserved(base, size);
  }

  /** What may be written to, at an offset in the image. */
  protected final MemorySegment segment(long at) {
    if (!owner.isAt(phase) || at < 0) {
      throw refused(at);
    }
    return segment;
  }

  private void requireOpen() {
    if (!owner.isAt(phase)) {
      throw refused(0);
    }
  }

  private RuntimeException refused(long at) {
    return owner.isAt(phase)
        ? new IndexOutOfBoundsException("the offset " + at + " is not in the image")
        : owner.refused("the call", "the writer can't be used now, or by this thread");
  }

  /** The length of the image so far. */
  final long length() {
    return end - base;
  }

  final long base() {
    return base;
  }

  // ---- room

  /** Appends room for a content, at an alignment; returns its offset in the image. */
  protected final long room(long size, long alignment) {
    requireOpen();
    BufferPool.checkSize(size);
    if (alignment < 1 || alignment > 8 || Long.bitCount(alignment) != 1) {
      throw new IllegalArgumentException(
          "expected an alignment of 1, 2, 4 or 8 bytes, got " + alignment);
    }
    // The base is aligned to 8, the largest alignment there is.
    long aligned = (end + alignment - 1) & -alignment;
    long padding = aligned - end;
    return reserve(padding + size) + padding - base;
  }

  /** Appends room, and returns where it starts in the segment. */
  protected final long reserve(long size) {
    requireOpen();
    long start = end;
    end = reserved(start, size);
    return start;
  }

  /** Sees to it that the segment has room behind a place; returns where that room ends. */
  private long reserved(long start, long size) {
    long newEnd = start + size;
    if (newEnd > segment.byteSize()) {
      requireOpen();
      buffer.grow(start, newEnd);
    }
    return newEnd;
  }

  /**
   * Writes where a content is. Right after room was made for it, which has asked whether it may.
   */
  protected final void putPair(long at, long offset, int length) {
    if (at < 0) {
      throw refused(at);
    }
    segment.set(JAVA_LONG_UNALIGNED, base + at, offset | (long) length << 32);
  }

  // ---- lists

  /** Writes a large list, of which the image has only the number of its side-table entry. */
  protected final void putDirect(long at, Object source, int length) {
    requireOpen();
    if (buffer.isConcurrent()) {
      // Java is not entered where the guest's memory is known.
      MemorySegment from =
          source instanceof MemorySegment elements ? elements : NumberType.segmentOf(source);
      copyIn(at, from, length, 8);
      return;
    }
    putPair(at, Integer.toUnsignedLong(ImageSource.SIDE | buffer.addSide(source)), length);
  }

  /** Why a segment can't be a list; null if it can. */
  protected static @Nullable String problemOf(MemorySegment elements, long elementSize) {
    long size = elements.byteSize();
    if (size > Integer.MAX_VALUE) {
      return "a list of " + size + " bytes is more than a guest can take";
    }
    if (elementSize < 1 || size % elementSize != 0) {
      return "expected elements of "
          + elementSize
          + " bytes each, got a segment of "
          + size
          + " bytes";
    }
    return elements.isAccessibleBy(Thread.currentThread())
        ? null
        : "the segment can't be accessed by this thread";
  }

  /** Writes a list from memory, whose bytes may be copied straight to where the guest wants it. */
  protected final void copySegment(long at, MemorySegment elements, long elementSize) {
    long size = elements.byteSize();
    // A mapped file that somebody makes shorter fails where it is read, and not at once: that must
    // not be on the way between a guest and native code.
    if (size >= DIRECT_SIZE && !elements.isMapped()) {
      putDirect(at, elements, (int) (size / elementSize));
    } else {
      copyIntoImage(at, elements, elementSize);
    }
  }

  /** Writes a list from memory, whose bytes the native library has to check in the image. */
  final void copyIntoImage(long at, MemorySegment elements, long elementSize) {
    // The strictest alignment serves any element.
    int alignment = elementSize == 1 ? 1 : 8;
    copyIn(at, elements, (int) (elements.byteSize() / elementSize), alignment);
  }

  private void copyIn(long at, MemorySegment elements, int count, int alignment) {
    long size = elements.byteSize();
    long start = room(size, alignment);
    MemorySegment.copy(elements, 0, segment, start + base, size);
    putPair(at, start, count);
  }

  /** Writes the numbers of a fixed-length list from their array. */
  final void copyFrom(long at, MemorySegment array) {
    MemorySegment.copy(array, 0, segment(at), base + at, array.byteSize());
  }

  /** Writes a whole image that was made elsewhere, into room that has been allocated for it. */
  final void putImage(byte[] source, int from, int length) {
    MemorySegment.copy(source, from, segment(0), JAVA_BYTE, base, length);
  }

  // ---- handles

  /**
   * Passes a handle as {@code own}.
   *
   * @param resource a {@link GuestHandle}; see {@link ImageSource#guestHandle}
   */
  protected final void give(long at, Object resource) {
    give(at, resource, CrossingHandles.ANY_RESOURCE);
  }

  /** Passes a handle as {@code own}, of the resource that the component has a number for. */
  final void give(long at, Object handle, int resource) {
    Object callee = resources.instance(resource);
    putHandle(at, resources.crossing().give((GuestHandle) handle, callee));
  }

  /** Passes a handle as {@code borrow}; see {@link #give}. */
  protected final void lend(long at, Object resource) {
    lend(at, resource, CrossingHandles.ANY_RESOURCE);
  }

  /** Passes a handle as {@code borrow}, of the resource that the component has a number for. */
  final void lend(long at, Object handle, int resource) {
    Object callee = resources.instance(resource);
    putHandle(at, resources.crossing().lend((GuestHandle) handle, callee));
  }

  /** Passes an object of the host's. */
  protected final void putHostObject(
      long at, HostResource<?> resource, Object object, boolean owned) {
    putHandle(at, resources.crossing().add(resource, resource.type().cast(object), owned));
  }

  private void putHandle(long at, int handle) {
    segment(at).set(JAVA_INT_UNALIGNED, base + at, handle);
  }

  // ---- what can't be written, and where

  /** What is to be told from its first element, which has the same offset. */
  private sealed interface Sought {
    record FixedLengthList(int length, long size) implements Sought {}

    record Tuple(int length) implements Sought {}
  }

  /** Says whether the path that is looked for is that of a fixed-length list, and of such a one. */
  final boolean seeksList(int length, long size) {
    return sought instanceof Sought.FixedLengthList list
        && list.length() == length
        && list.size() == size;
  }

  /** Says whether the path that is looked for is that of a tuple, and of such a one. */
  final boolean seeksTuple(int length) {
    return sought instanceof Sought.Tuple tuple && tuple.length() == length;
  }

  /** The complaint about a value that can't go to an offset, with the path that leads there. */
  protected final InvalidValueException unfit(long at, String reason) {
    // Enough for whatever was written, by the byte.
    looks = 8 * length();
    return new InvalidValueException(resources.pathTo(this, at), reason);
  }

  /** The complaint about all that is written together. */
  protected final InvalidValueException unfitWhole(String reason) {
    return new InvalidValueException(resources.path(), reason);
  }

  /** The complaint about a fixed-length list. */
  protected final InvalidValueException unfitList(long at, int length, long size, String reason) {
    return unfit(at, new Sought.FixedLengthList(length, size), reason);
  }

  /** The complaint about a tuple. */
  protected final InvalidValueException unfitTuple(long at, int length, String reason) {
    return unfit(at, new Sought.Tuple(length), reason);
  }

  private InvalidValueException unfit(long at, Sought whole, String reason) {
    sought = whole;
    try {
      return unfit(at, reason);
    } finally {
      sought = null;
    }
  }

  /**
   * Says whether there may be another element on the way to a value. What was left by earlier
   * calls, where nothing has been written yet, may look like lists within lists without an end.
   */
  final boolean mayLookOn() {
    return looks-- > 0;
  }

  /** Reads back what was written: where the contents of a list are, and how many elements. */
  final long writtenPair(long at) {
    return segment(at).get(JAVA_LONG_UNALIGNED, base + at);
  }

  /** Reads back the number of a case. */
  final int writtenDiscriminant(long at, int size) {
    return switch (size) {
      case 1 -> Byte.toUnsignedInt(segment(at).get(JAVA_BYTE, base + at));
      case 2 -> Short.toUnsignedInt(segment(at).get(JAVA_SHORT_UNALIGNED, base + at));
      default -> segment(at).get(JAVA_INT_UNALIGNED, base + at);
    };
  }
}
