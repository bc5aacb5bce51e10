package dev.switchblade.internal.image;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The buffers that images are written to.
 *
 * <p>They are garbage-collected: whoever still holds a reader of a closed store may read nonsense
 * with it, and never memory that is gone. Buffers of the usual size are used again, because making
 * one costs more than instantiating a component.
 */
public final class BufferPool {

  /** What is read and written when nothing is open: each access is out of bounds. */
  static final MemorySegment NONE = Arena.global().allocate(0);

  /** The size of a store's first buffer, in bytes. */
  static final long FIRST_SIZE = 8 << 10;

  /** The most bytes that offsets can name. */
  static final long MAX_SIZE = 1L << 31;

  private static final MemorySegment ZEROS = Arena.global().allocate(FIRST_SIZE, 16).asReadOnly();

  private static final SegmentPool FREE = new SegmentPool(FIRST_SIZE);

  private BufferPool() {}

  static MemorySegment acquire() {
    return FREE.acquire();
  }

  /** Takes back a buffer that nobody uses any more. What is in it is no other store's business. */
  static void release(MemorySegment buffer) {
    if (buffer.byteSize() == FIRST_SIZE) {
      // Copying takes half as long as filling.
      MemorySegment.copy(ZEROS, 0, buffer, 0, FIRST_SIZE);
      FREE.release(buffer);
    }
  }

  /** Requires a number of bytes to be one that an image can have. */
  public static void checkSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("expected a size of 0 bytes or more, got " + size);
    }
    if (size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "the values of one call need " + size + " bytes, and an image holds at most " + MAX_SIZE);
    }
  }

  /** A buffer of at least the given size that starts with the first bytes of another segment. */
  static MemorySegment grow(MemorySegment old, long keep, long needed) {
    checkSize(needed);
    long size = Math.max(needed, Math.max(2 * old.byteSize(), FIRST_SIZE));
    // A multiple of the largest alignment: where an image ends, another may start.
    size = Math.min(MAX_SIZE, (size + 7) & -8);
    MemorySegment buffer = Arena.ofAuto().allocate(size, 16);
    MemorySegment.copy(old, JAVA_BYTE, 0, buffer, JAVA_BYTE, 0, keep);
    return buffer;
  }
}
