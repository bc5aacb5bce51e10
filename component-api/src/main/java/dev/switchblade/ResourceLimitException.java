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
    POOL,
    /** {@link Limits#memoryBytes}. */
    MEMORY_BYTES,
    /** {@link Limits#totalMemoryBytes}. */
    TOTAL_MEMORY_BYTES,
    /** {@link Limits#tableElements}. */
    TABLE_ELEMENTS,
    /** {@link Limits#instances}. */
    INSTANCES,
    /** {@link Limits#copiedBytes}. */
    COPIED_BYTES,
    /** {@link Limits#fuel}. */
    FUEL,
    /** {@link Limits#deadline}. */
    DEADLINE,
    /** {@link Limits#handles}. */
    HANDLES,
    /** {@link Limits#outputBytes}. */
    OUTPUT_BYTES,
    /** {@link Limits#requests}. */
    REQUESTS,
    /** {@link Limits#memories}. */
    MEMORIES,
    /** {@link Limits#openFiles}. */
    OPEN_FILES,
    /**
     * How many memory mappings the stores, pools and components of all engines of this process may
     * need: half of what the operating system allows, on Linux by {@code sysctl vm.max_map_count}.
     * A JVM that can't have another mapping ends, which is why guests are refused long before.
     */
    PROCESS_MAPPINGS,
    /** What the operating system still had: it refused memory for a guest. */
    SYSTEM,
    /** A bound that no setting changes, such as the 32 KiB of an HTTP message's fields. */
    FIXED,
    /** {@link Limits#tasks}. */
    TASKS
  }
}
