package dev.switchblade;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Large lists of one store that don't go through images: images name them by their entry. Used by
 * the thread that is in the store.
 */
final class SideTable {

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

  Object get(int entry) {
    Object found = entry < count ? entries[entry] : null;
    if (found == null) {
      throw new IllegalStateException("there is no side-table entry " + entry);
    }
    if (found == VISITED) {
      throw new IllegalStateException("the list was visited in place, and not copied");
    }
    return found;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /**
   * A host function has returned: what it was given and what it returned may go when the next
   * arguments or results come. Not yet: native code still reads the result.
   */
  void hostReturned() {
    over = true;
  }

  /** New values come out of the guest, or go into it. */
  void beginValues() {
    if (over) {
      clear();
    }
  }

  void clear() {
    Arrays.fill(entries, 0, count, null);
    count = 0;
    over = false;
  }
}
