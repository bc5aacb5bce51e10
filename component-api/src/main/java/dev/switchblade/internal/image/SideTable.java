package dev.switchblade.internal.image;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.internal.ffi.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Large lists of one store that don't go through images: images name them by their entry. Used by
 * the thread that is in the store.
 */
public final class SideTable {

  /**
   * Lists of at least so many bytes don't stop in the image: the native library has them written
   * straight into the guest's memory, when it knows where. Below, an upcall costs more than a copy.
   */
  public static final int LEAST_BYTES = 8 << 10;

  private static final @Nullable Object[] NOTHING = new Object[0];

  /** Stands for a list that was visited. */
  private static final Object VISITED = new Object();

  private @Nullable Object[] entries = NOTHING;
  private int count;

  /** Nothing in here is needed any more. */
  private boolean over;

  int add(Object entry) {
    if (count == entries.length) {
      entries = Arrays.copyOf(entries, Math.max(4, 2 * count));
    }
    entries[count] = entry;
    return count++;
  }

  int addVisited() {
    return add(VISITED);
  }

  public Object get(int entry) {
    Object found = entry < count ? entries[entry] : null;
    if (found == null) {
      throw new IllegalStateException("there is no side-table entry " + entry);
    }
    if (found == VISITED) {
      throw new IllegalStateException("the list was visited in place, and not copied");
    }
    return found;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** Lets other threads than the calling one copy the lists that it has put here. */
  public void shareSegments() {
    Thread other = null;
    for (int i = 0; i < count; i++) {
      if (entries[i] instanceof MemorySegment segment) {
        other = other == null ? Thread.ofVirtual().unstarted(() -> {}) : other;
        if (!segment.isAccessibleBy(other)) {
          entries[i] = MemorySegment.ofArray(segment.toArray(JAVA_BYTE));
        }
      }
    }
  }

  /** Copies a list to an address in guest memory; says whether it has that size. */
  public boolean copyTo(int entry, long address, long size) {
    Object source = get(entry);
    MemorySegment from =
        source instanceof MemorySegment segment ? segment : NumberType.segmentOf(source);
    if (from.byteSize() != size) {
      return false;
    }
    MemorySegment.copy(from, 0, NativeMemory.memory(address, size), 0, size);
    return true;
  }

  /** Copies what the guest put at an address of its memory into an array, by the type's tag. */
  public static Object copyFrom(int tag, long address, long size) {
    NumberType type = NumberType.ofTag(tag);
    if (type == null) {
      throw new IllegalArgumentException("no list of type " + tag + " can be drained");
    }
    return type.toArray(NativeMemory.memory(address, size));
  }

  /**
   * A host function has returned: what it was given and what it returned may go when the next
   * arguments or results come. Not yet: native code still reads the result.
   */
  public void hostReturned() {
    over = true;
  }

  /** New values come out of the guest, or go into it. */
  public void beginValues() {
    if (over) {
      clear();
    }
  }

  public void clear() {
    Arrays.fill(entries, 0, count, null);
    count = 0;
    over = false;
  }
}
