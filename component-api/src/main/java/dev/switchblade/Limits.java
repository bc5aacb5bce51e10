package dev.switchblade;

/**
 * What a store may use up. All numbers are per store.
 *
 * @param memoryBytes the most bytes of each linear memory; growing beyond fails in the guest, which
 *     mostly ends in a {@link ResourceLimitException}. 4 GiB unless set, which is what a memory can
 *     have
 * @param tableElements the most elements of each table; 10,000,000 unless set
 * @param instances the most core instances, memories, and tables, each; 10,000 unless set
 * @param copiedBytes the most bytes that strings and lists of one call may bring out of the guest;
 *     128 MiB unless set ({@code Store::set_hostcall_fuel})
 * @param tasks the most tasks, waitables and waitable sets that guests have at once, together,
 *     where the engine has {@linkplain Engine.Builder#concurrency concurrency support}; 1,000,000
 *     unless set
 */
public record Limits(
    long memoryBytes, long tableElements, int instances, long copiedBytes, int tasks) {

  private static final Limits DEFAULT =
      new Limits(1L << 32, 10_000_000, 10_000, 128L << 20, 1_000_000);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Limits {
    requireNotNegative("memoryBytes", memoryBytes);
    requireNotNegative("tableElements", tableElements);
    requireNotNegative("instances", instances);
    requireNotNegative("copiedBytes", copiedBytes);
    requireNotNegative("tasks", tasks);
  }

  private static void requireNotNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException("limits." + name + ": expected 0 or more, got " + value);
    }
  }

  /** The limits of a store for which none are named. */
  public static Limits defaults() {
    return DEFAULT;
  }

  /** The same with another {@link #memoryBytes}. */
  public Limits withMemoryBytes(long bytes) {
    return new Limits(bytes, tableElements, instances, copiedBytes, tasks);
  }

  /** The same with another {@link #tableElements}. */
  public Limits withTableElements(long elements) {
    return new Limits(memoryBytes, elements, instances, copiedBytes, tasks);
  }

  /** The same with another {@link #instances}. */
  public Limits withInstances(int count) {
    return new Limits(memoryBytes, tableElements, count, copiedBytes, tasks);
  }

  /** The same with another {@link #copiedBytes}. */
  public Limits withCopiedBytes(long bytes) {
    return new Limits(memoryBytes, tableElements, instances, bytes, tasks);
  }

  /** The same with another {@link #tasks}. */
  public Limits withTasks(int count) {
    return new Limits(memoryBytes, tableElements, instances, copiedBytes, count);
  }
}
