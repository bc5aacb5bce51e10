package dev.switchblade.internal.image;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Garbage-collected native memory in pieces of one size, which is used again: to make a piece costs
 * more than to instantiate a component. A piece comes back as it was left. Thread-safe.
 */
public final class SegmentPool {

  /** More than threads that make stores at the same moment, on most machines. */
  private static final int SLOTS = 64;

  /** How many of them a thread looks at. */
  private static final int TRIES = 4;

  private final long size;
  private final AtomicReferenceArray<@Nullable MemorySegment> free =
      new AtomicReferenceArray<>(SLOTS);

  public SegmentPool(long size) {
    this.size = size;
  }

  /** A piece that nobody else has, all zeros if it is new. */
  public MemorySegment acquire() {
    int start = (int) Thread.currentThread().threadId();
    for (int i = 0; i < TRIES; i++) {
      MemorySegment piece = free.getAndSet((start + i) & (SLOTS - 1), null);
      if (piece != null) {
        return piece;
      }
    }
    return Arena.ofAuto().allocate(size, 16);
  }

  /** Takes back a piece that nobody uses any more. */
  public void release(MemorySegment piece) {
    int start = (int) Thread.currentThread().threadId();
    for (int i = 0; i < TRIES; i++) {
      if (free.compareAndSet((start + i) & (SLOTS - 1), null, piece)) {
        return;
      }
    }
  }
}
