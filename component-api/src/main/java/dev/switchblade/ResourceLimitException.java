package dev.switchblade;

import java.util.List;

/**
 * A limit was reached: of the store's {@link Limits}, of the engine's pool, or of the process. The
 * message names the limit, its value, and what was asked for.
 */
public final class ResourceLimitException extends GuestException {

  private static final long serialVersionUID = 1;

  private final Limit limit;
  private final long value;

  /**
   * Makes an exception.
   *
   * @param message what was called, and what it asked for
   * @param limit which limit was reached
   * @param value what the limit is, see {@link #value()}
   * @param guestTrace the guest's stack, innermost function first
   */
  public ResourceLimitException(
      String message, Limit limit, long value, List<GuestFrame> guestTrace) {
    super(message, guestTrace, null);
    this.limit = limit;
    this.value = value;
  }

  /** The same, of a call and with the guest's stack. */
  ResourceLimitException of(String call, List<GuestFrame> guestTrace) {
    return new ResourceLimitException(call + ": " + getMessage(), limit, value, guestTrace);
  }

  /** Which limit it was. */
  public Limit limit() {
    return limit;
  }

  /**
   * What the limit is, in its own unit, durations in nanoseconds; 0 for {@link Limit#POOL} and
   * {@link Limit#SYSTEM}, of which the message says what is known.
   */
  public long value() {
    return value;
  }

  /** A limit. Those with a name of {@link Limits} are the store's. */
  public enum Limit {
    /** What the engine's {@linkplain Engine.Pooling pool} has. */
    POOL(0),
    /** {@link Limits#memoryBytes}. */
    MEMORY_BYTES(1),
    /** {@link Limits#totalMemoryBytes}. */
    TOTAL_MEMORY_BYTES(2),
    /** {@link Limits#tableElements}. */
    TABLE_ELEMENTS(3),
    /** {@link Limits#instances}. */
    INSTANCES(4),
    /** {@link Limits#copiedBytes}. */
    COPIED_BYTES(5),
    /** {@link Limits#fuel}. */
    FUEL(6),
    /** {@link Limits#deadline}. */
    DEADLINE(7),
    /** {@link Limits#handles}. */
    HANDLES(8),
    /** {@link Limits#outputBytes}. */
    OUTPUT_BYTES(9),
    /** {@link Limits#requests}. */
    REQUESTS(10),
    /** {@link Limits#memories}. */
    MEMORIES(11),
    /** {@link Limits#openFiles}. */
    OPEN_FILES(12),
    /**
     * How many memory mappings the stores, pools and components of all engines of this process may
     * need: half of what the operating system allows, on Linux by {@code sysctl vm.max_map_count}.
     * A JVM that can't have another mapping ends, which is why guests are refused long before.
     */
    PROCESS_MAPPINGS(13),
    /** What the operating system still had: it refused memory for a guest. */
    SYSTEM(14),
    /** A bound that no setting changes, such as the 32 KiB of an HTTP message's fields. */
    FIXED(15),
    /** {@link Limits#tasks}. */
    TASKS(16);

    private static final Limit[] VALUES = values();

    private final int number;

    Limit(int number) {
      this.number = number;
    }

    /** By the numbers of {@code enum sb_limit}. */
    static Limit of(int number) {
      for (Limit limit : VALUES) {
        if (limit.number == number) {
          return limit;
        }
      }
      return POOL;
    }
  }
}
