package dev.switchblade.internal.upcall;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Objects by number, for native code to name them: reading takes no lock.
 *
 * @param <T> what is stored
 */
public final class Slots<T> {

  /**
   * Read without the lock. Each change of an element is followed by a write of this field, which is
   * paired with the read in {@link #get}.
   */
  private volatile @Nullable Object[] slots = new Object[64];

  /** Numbers that are free, as a stack. */
  private int[] free = new int[64];

  private int freeCount;
  private int next;

  public synchronized int add(T value) {
    @Nullable Object[] current = slots;
    int number;
    if (freeCount > 0) {
      number = free[--freeCount];
    } else {
      number = next++;
      if (number == current.length) {
        current = Arrays.copyOf(current, 2 * number);
      }
    }
    current[number] = value;
    // Publishes the element too.
    slots = current;
    return number;
  }

  /** Gives a number back, which must be in use; returns what it stood for. */
  @SuppressWarnings("unchecked")
  public synchronized T remove(int number) {
    @Nullable Object[] current = slots;
    T removed = (T) current[number];
    current[number] = null;
    slots = current;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = number;
    return removed;
  }

  @SuppressWarnings("unchecked")
  T get(int number) {
    T value = (T) slots[number];
    if (value == null) {
      throw new IllegalStateException(
          "the native library named object " + number + ", which is gone");
    }
    return value;
  }
}
