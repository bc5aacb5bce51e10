package dev.switchblade;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a store may use up. All numbers are per store. Reaching one ends in a {@link
 * ResourceLimitException} that names it.
 *
 * <p>One limit is the process's and not among these: how many memory mappings the stores, pools and
 * components of all engines may need together. It is half of what the operating system allows
 * ({@code vm.max_map_count} on Linux), so that the JVM always has some left; see {@link
 * ResourceLimitException.Limit#PROCESS_MAPPINGS}.
 *
 * @param memoryBytes the most bytes of each linear memory; growing beyond fails in the guest, which
 *     mostly ends in a {@link ResourceLimitException}. 4 GiB unless set, which is what a memory can
 *     have
 * @param totalMemoryBytes the most bytes of all linear memories together, and of the tables that
 *     have 16,384 elements or more, of 8 bytes each; 4 GiB unless set
 * @param tableElements the most elements of each table; 10,000,000 unless set
 * @param instances the most core instances and the most tables, each; 1,000 unless set
 * @param memories the most linear memories; 100 unless set. Each takes up to four memory mappings
 *     of the process, however small it is ({@code ResourceLimiter::memories})
 * @param copiedBytes the most bytes that strings and lists of one call may bring out of the guest;
 *     128 MiB unless set ({@code Store::set_hostcall_fuel})
 * @param tasks the most tasks, waitables and waitable sets that guests have at once, together,
 *     where the engine has {@linkplain Engine.Builder#concurrency concurrency support}; 2,000
 *     unless set. A task that waits may hold a stack of {@link Engine.Builder#maxWasmStack}
 * @param fuel how much work all calls may do together, in Wasmtime's units, about one per
 *     instruction; the same work costs the same fuel everywhere. Needs {@link Engine.Builder#fuel};
 *     0, which is no limit, unless set ({@code Store::set_fuel})
 * @param deadline how long a call or an instantiation may take, in real time; it ends within some
 *     10 ms of it, a host function when it returns. Needs {@link Engine.Builder#interruptible}.
 *     Zero, which is no limit, unless set
 * @param handles the most handles of WASI's resources: open files, streams, sockets, pollables,
 *     fields of HTTP messages (32 KiB each at the most); 1,000 unless set
 * @param openFiles the most files, folders and sockets that are open at once, each of which takes a
 *     file descriptor of the process; 200 unless set. A file counts until the last stream that
 *     reads or writes it is gone. The next one fails in the guest, with {@code insufficient-memory}
 *     for files and {@code new-socket-limit} for sockets
 * @param nameLookups the most names that are looked up at once; more wait for their turn; 4 unless
 *     set
 * @param outputBytes the most bytes that guests write to standard output, standard error and by
 *     {@code wasi:logging} together; 64 MiB unless set
 * @param requests the most HTTP requests at once; the next one fails in the guest with {@code
 *     connection-limit-reached}; 32 unless set
 */
public record Limits(
    long memoryBytes,
    long totalMemoryBytes,
    long tableElements,
    int instances,
    int memories,
    long copiedBytes,
    int tasks,
    long fuel,
    Duration deadline,
    int handles,
    int openFiles,
    int nameLookups,
    long outputBytes,
    int requests) {

  private static final Limits DEFAULT =
      new Limits(
          1L << 32,
          1L << 32,
          10_000_000,
          1_000,
          100,
          128L << 20,
          2_000,
          0,
          Duration.ZERO,
          1_000,
          200,
          4,
          64L << 20,
          32);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Limits {
    requireNotNegative("memoryBytes", memoryBytes);
    requireNotNegative("totalMemoryBytes", totalMemoryBytes);
    requireNotNegative("tableElements", tableElements);
    requireNotNegative("instances", instances);
    requireNotNegative("memories", memories);
    requireNotNegative("copiedBytes", copiedBytes);
    requireNotNegative("tasks", tasks);
    requireNotNegative("fuel", fuel);
    requireNotNegative("handles", handles);
    requireNotNegative("openFiles", openFiles);
    requireNotNegative("nameLookups", nameLookups);
    requireNotNegative("outputBytes", outputBytes);
    requireNotNegative("requests", requests);
    if (Objects.requireNonNull(deadline, "deadline").isNegative()
        || deadline.compareTo(Duration.ofDays(36_500)) > 0) {
      throw new IllegalArgumentException(
          "limits.deadline: expected 0 to 100 years, got " + deadline);
    }
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

  /** Limits that are being changed. */
  private static final class Draft {
    private long memoryBytes;
    private long totalMemoryBytes;
    private long tableElements;
    private int instances;
    private int memories;
    private long copiedBytes;
    private int tasks;
    private long fuel;
    private Duration deadline;
    private int handles;
    private int openFiles;
    private int nameLookups;
    private long outputBytes;
    private int requests;

    Draft(Limits from) {
      memoryBytes = from.memoryBytes;
      totalMemoryBytes = from.totalMemoryBytes;
      tableElements = from.tableElements;
      instances = from.instances;
      memories = from.memories;
      copiedBytes = from.copiedBytes;
      tasks = from.tasks;
      fuel = from.fuel;
      deadline = from.deadline;
      handles = from.handles;
      openFiles = from.openFiles;
      nameLookups = from.nameLookups;
      outputBytes = from.outputBytes;
      requests = from.requests;
    }
  }

  private Limits with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return new Limits(
        draft.memoryBytes,
        draft.totalMemoryBytes,
        draft.tableElements,
        draft.instances,
        draft.memories,
        draft.copiedBytes,
        draft.tasks,
        draft.fuel,
        draft.deadline,
        draft.handles,
        draft.openFiles,
        draft.nameLookups,
        draft.outputBytes,
        draft.requests);
  }

  /** The same with another {@link #memoryBytes}. */
  public Limits withMemoryBytes(long bytes) {
    return with(draft -> draft.memoryBytes = bytes);
  }

  /** The same with another {@link #totalMemoryBytes}. */
  public Limits withTotalMemoryBytes(long bytes) {
    return with(draft -> draft.totalMemoryBytes = bytes);
  }

  /** The same with another {@link #tableElements}. */
  public Limits withTableElements(long elements) {
    return with(draft -> draft.tableElements = elements);
  }

  /** The same with another {@link #instances}. */
  public Limits withInstances(int count) {
    return with(draft -> draft.instances = count);
  }

  /** The same with other {@link #memories}. */
  public Limits withMemories(int count) {
    return with(draft -> draft.memories = count);
  }

  /** The same with another {@link #copiedBytes}. */
  public Limits withCopiedBytes(long bytes) {
    return with(draft -> draft.copiedBytes = bytes);
  }

  /** The same with another {@link #tasks}. */
  public Limits withTasks(int count) {
    return with(draft -> draft.tasks = count);
  }

  /** The same with another {@link #fuel}. */
  public Limits withFuel(long units) {
    return with(draft -> draft.fuel = units);
  }

  /** The same with another {@link #deadline}. */
  public Limits withDeadline(Duration longest) {
    return with(draft -> draft.deadline = longest);
  }

  /** The same with other {@link #handles}. */
  public Limits withHandles(int count) {
    return with(draft -> draft.handles = count);
  }

  /** The same with other {@link #openFiles}. */
  public Limits withOpenFiles(int count) {
    return with(draft -> draft.openFiles = count);
  }

  /** The same with other {@link #nameLookups}. */
  public Limits withNameLookups(int count) {
    return with(draft -> draft.nameLookups = count);
  }

  /** The same with other {@link #outputBytes}. */
  public Limits withOutputBytes(long bytes) {
    return with(draft -> draft.outputBytes = bytes);
  }

  /** The same with other {@link #requests}. */
  public Limits withRequests(int count) {
    return with(draft -> draft.requests = count);
  }
}
