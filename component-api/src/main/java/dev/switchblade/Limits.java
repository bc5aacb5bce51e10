package dev.switchblade;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a store may use up. All numbers are per store. Reaching one ends in a {@link
 * ResourceLimitException} that names it. Immutable and thread-safe.
 *
 * <p>A limit of 0 allows nothing. Fuel and time have no limit unless one is set.
 *
 * <p>One limit is the process's and not among these: how many memory mappings the stores, pools and
 * components of all engines may need together. It is half of what the operating system allows
 * ({@code vm.max_map_count} on Linux), so that the JVM always has some left; see {@link
 * ResourceLimitException.Limit#PROCESS_MAPPINGS}.
 *
 * {@snippet :
 * var limits = Limits.builder()
 *     .totalMemoryBytes(64 << 20)
 *     .deadline(Duration.ofMillis(50))
 *     .build();
 * }
 */
public final class Limits {

  private static final Limits DEFAULT = builder().build();

  private final long memoryBytes;
  private final long totalMemoryBytes;
  private final long tableElements;
  private final int instances;
  private final int memories;
  private final long copiedBytes;
  private final int tasks;
  private final int handles;
  private final int openFiles;
  private final int nameLookups;
  private final long outputBytes;
  private final int requests;
  private final OptionalLong fuel;
  private final Optional<Duration> deadline;

  private Limits(Builder builder) {
    this.memoryBytes = builder.memoryBytes;
    this.totalMemoryBytes = builder.totalMemoryBytes;
    this.tableElements = builder.tableElements;
    this.instances = builder.instances;
    this.memories = builder.memories;
    this.copiedBytes = builder.copiedBytes;
    this.tasks = builder.tasks;
    this.handles = builder.handles;
    this.openFiles = builder.openFiles;
    this.nameLookups = builder.nameLookups;
    this.outputBytes = builder.outputBytes;
    this.requests = builder.requests;
    this.fuel = builder.fuel;
    this.deadline = builder.deadline;
  }

  /** The limits of a store for which none are named. */
  public static Limits defaults() {
    return DEFAULT;
  }

  /** Starts from the {@linkplain #defaults() defaults}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from these. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.memoryBytes = memoryBytes;
    builder.totalMemoryBytes = totalMemoryBytes;
    builder.tableElements = tableElements;
    builder.instances = instances;
    builder.memories = memories;
    builder.copiedBytes = copiedBytes;
    builder.tasks = tasks;
    builder.handles = handles;
    builder.openFiles = openFiles;
    builder.nameLookups = nameLookups;
    builder.outputBytes = outputBytes;
    builder.requests = requests;
    builder.fuel = fuel;
    builder.deadline = deadline;
    return builder;
  }

  /**
   * The most bytes of each linear memory; growing beyond fails in the guest, which mostly ends in a
   * {@link ResourceLimitException}. 4 GiB unless set, which is what a memory can have.
   */
  public long memoryBytes() {
    return memoryBytes;
  }

  /**
   * The most bytes of all linear memories together, and of the tables that have 16,384 elements or
   * more, of 8 bytes each; 4 GiB unless set.
   */
  public long totalMemoryBytes() {
    return totalMemoryBytes;
  }

  /** The most elements of each table; 10,000,000 unless set. */
  public long tableElements() {
    return tableElements;
  }

  /** The most core instances and the most tables, each; 1,000 unless set. */
  public int instances() {
    return instances;
  }

  /**
   * The most linear memories; 100 unless set. Each takes up to four memory mappings of the process,
   * however small it is ({@code ResourceLimiter::memories}).
   */
  public int memories() {
    return memories;
  }

  /**
   * The most bytes that strings and lists of one call may bring out of the guest, to the host or to
   * another instance; each call between instances is one by itself. 128 MiB unless set ({@code
   * Store::set_hostcall_fuel}).
   */
  public long copiedBytes() {
    return copiedBytes;
  }

  /**
   * The most tasks, waitables and waitable sets that guests have at once, together, where the
   * engine has {@linkplain Engine.Builder#concurrency concurrency support}; 2,000 unless set. A
   * task that waits may hold a stack of {@link Engine.Builder#maxWasmStack}.
   */
  public int tasks() {
    return tasks;
  }

  /**
   * The most handles of WASI's resources: open files, streams, sockets, pollables, fields of HTTP
   * messages (32 KiB each at the most); 1,000 unless set.
   */
  public int handles() {
    return handles;
  }

  /**
   * The most files, folders and sockets that are open at once, each of which takes a file
   * descriptor of the process; 200 unless set. A file counts until the last stream that reads or
   * writes it is gone. The next one fails in the guest, with {@code insufficient-memory} for files
   * and {@code new-socket-limit} for sockets.
   */
  public int openFiles() {
    return openFiles;
  }

  /** The most names that are looked up at once; more wait for their turn; 4 unless set. */
  public int nameLookups() {
    return nameLookups;
  }

  /**
   * The most bytes that guests write to standard output, standard error and by {@code wasi:logging}
   * together; 64 MiB unless set.
   */
  public long outputBytes() {
    return outputBytes;
  }

  /**
   * The most HTTP requests at once; the next one fails in the guest with {@code connection-limit-
   * reached}; 32 unless set.
   */
  public int requests() {
    return requests;
  }

  /**
   * How much work all calls may do together, in Wasmtime's units, about one per instruction; the
   * same work costs the same fuel everywhere. Empty, which is no limit, unless set ({@code
   * Store::set_fuel}).
   */
  public OptionalLong fuel() {
    return fuel;
  }

  /**
   * How long a call or an instantiation may take, in real time; it ends within some 10 ms of it, a
   * host function when it returns. Empty, which is no limit, unless set.
   */
  public Optional<Duration> deadline() {
    return deadline;
  }

  /** The same with another limit of {@link #memoryBytes}. */
  public Limits withMemoryBytes(long bytes) {
    return toBuilder().memoryBytes(bytes).build();
  }

  /** The same with another limit of {@link #totalMemoryBytes}. */
  public Limits withTotalMemoryBytes(long bytes) {
    return toBuilder().totalMemoryBytes(bytes).build();
  }

  /** The same with another limit of {@link #tableElements}. */
  public Limits withTableElements(long elements) {
    return toBuilder().tableElements(elements).build();
  }

  /** The same with another limit of {@link #instances}. */
  public Limits withInstances(int count) {
    return toBuilder().instances(count).build();
  }

  /** The same with another limit of {@link #memories}. */
  public Limits withMemories(int count) {
    return toBuilder().memories(count).build();
  }

  /** The same with another limit of {@link #copiedBytes}. */
  public Limits withCopiedBytes(long bytes) {
    return toBuilder().copiedBytes(bytes).build();
  }

  /** The same with another limit of {@link #tasks}. */
  public Limits withTasks(int count) {
    return toBuilder().tasks(count).build();
  }

  /** The same with another limit of {@link #handles}. */
  public Limits withHandles(int count) {
    return toBuilder().handles(count).build();
  }

  /** The same with another limit of {@link #openFiles}. */
  public Limits withOpenFiles(int count) {
    return toBuilder().openFiles(count).build();
  }

  /** The same with another limit of {@link #nameLookups}. */
  public Limits withNameLookups(int count) {
    return toBuilder().nameLookups(count).build();
  }

  /** The same with another limit of {@link #outputBytes}. */
  public Limits withOutputBytes(long bytes) {
    return toBuilder().outputBytes(bytes).build();
  }

  /** The same with another limit of {@link #requests}. */
  public Limits withRequests(int count) {
    return toBuilder().requests(count).build();
  }

  /** The same with another limit of {@link #fuel}; see {@link Builder#fuel}. */
  public Limits withFuel(long units) {
    return toBuilder().fuel(units).build();
  }

  /** The same with another {@link #deadline}; see {@link Builder#deadline}. */
  public Limits withDeadline(Duration longest) {
    return toBuilder().deadline(longest).build();
  }

  private List<Object> parts() {
    return List.of(
        memoryBytes,
        totalMemoryBytes,
        tableElements,
        instances,
        memories,
        copiedBytes,
        tasks,
        handles,
        openFiles,
        nameLookups,
        outputBytes,
        requests,
        fuel,
        deadline);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Limits limits && parts().equals(limits.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** All limits, by their names. */
  @Override
  public String toString() {
    return "Limits["
        + "memoryBytes="
        + memoryBytes
        + ", totalMemoryBytes="
        + totalMemoryBytes
        + ", tableElements="
        + tableElements
        + ", instances="
        + instances
        + ", memories="
        + memories
        + ", copiedBytes="
        + copiedBytes
        + ", tasks="
        + tasks
        + ", handles="
        + handles
        + ", openFiles="
        + openFiles
        + ", nameLookups="
        + nameLookups
        + ", outputBytes="
        + outputBytes
        + ", requests="
        + requests
        + ", fuel="
        + (fuel.isPresent() ? fuel.getAsLong() : "unlimited")
        + ", deadline="
        + deadline.map(Duration::toString).orElse("none")
        + "]";
  }

  /**
   * Limits that are being named. Each method throws {@link IllegalArgumentException} if a number is
   * negative. Not thread-safe.
   */
  public static final class Builder {

    private long memoryBytes = 1L << 32;
    private long totalMemoryBytes = 1L << 32;
    private long tableElements = 10_000_000;
    private int instances = 1_000;
    private int memories = 100;
    private long copiedBytes = 128L << 20;
    private int tasks = 2_000;
    private int handles = 1_000;
    private int openFiles = 200;
    private int nameLookups = 4;
    private long outputBytes = 64L << 20;
    private int requests = 32;
    private OptionalLong fuel = OptionalLong.empty();
    private Optional<Duration> deadline = Optional.empty();

    private Builder() {}

    private static void requireNotNegative(String name, long value) {
      if (value < 0) {
        throw new IllegalArgumentException("limits." + name + ": expected 0 or more, got " + value);
      }
    }

    /**
     * Sets the most bytes of each linear memory; 4 GiB unless set. See {@link
     * Limits#memoryBytes()}.
     *
     * @return this
     */
    public Builder memoryBytes(long bytes) {
      requireNotNegative("memoryBytes", bytes);
      memoryBytes = bytes;
      return this;
    }

    /**
     * Sets the most bytes of all linear memories and large tables together; 4 GiB unless set. See
     * {@link Limits#totalMemoryBytes()}.
     *
     * @return this
     */
    public Builder totalMemoryBytes(long bytes) {
      requireNotNegative("totalMemoryBytes", bytes);
      totalMemoryBytes = bytes;
      return this;
    }

    /**
     * Sets the most elements of each table; 10,000,000 unless set.
     *
     * @return this
     */
    public Builder tableElements(long elements) {
      requireNotNegative("tableElements", elements);
      tableElements = elements;
      return this;
    }

    /**
     * Sets the most core instances and the most tables, each; 1,000 unless set.
     *
     * @return this
     */
    public Builder instances(int count) {
      requireNotNegative("instances", count);
      instances = count;
      return this;
    }

    /**
     * Sets the most linear memories; 100 unless set. See {@link Limits#memories()}.
     *
     * @return this
     */
    public Builder memories(int count) {
      requireNotNegative("memories", count);
      memories = count;
      return this;
    }

    /**
     * Sets the most bytes that one call may bring out of the guest; 128 MiB unless set. See {@link
     * Limits#copiedBytes()}.
     *
     * @return this
     */
    public Builder copiedBytes(long bytes) {
      requireNotNegative("copiedBytes", bytes);
      copiedBytes = bytes;
      return this;
    }

    /**
     * Sets the most tasks, waitables and waitable sets at once; 2,000 unless set. See {@link
     * Limits#tasks()}.
     *
     * @return this
     */
    public Builder tasks(int count) {
      requireNotNegative("tasks", count);
      tasks = count;
      return this;
    }

    /**
     * Sets the most handles of WASI's resources; 1,000 unless set. See {@link Limits#handles()}.
     *
     * @return this
     */
    public Builder handles(int count) {
      requireNotNegative("handles", count);
      handles = count;
      return this;
    }

    /**
     * Sets the most files, folders and sockets that are open at once; 200 unless set. See {@link
     * Limits#openFiles()}.
     *
     * @return this
     */
    public Builder openFiles(int count) {
      requireNotNegative("openFiles", count);
      openFiles = count;
      return this;
    }

    /**
     * Sets the most names that are looked up at once; 4 unless set. See {@link
     * Limits#nameLookups()}.
     *
     * @return this
     */
    public Builder nameLookups(int count) {
      requireNotNegative("nameLookups", count);
      nameLookups = count;
      return this;
    }

    /**
     * Sets the most bytes that guests write; 64 MiB unless set. See {@link Limits#outputBytes()}.
     *
     * @return this
     */
    public Builder outputBytes(long bytes) {
      requireNotNegative("outputBytes", bytes);
      outputBytes = bytes;
      return this;
    }

    /**
     * Sets the most HTTP requests at once; 32 unless set. See {@link Limits#requests()}.
     *
     * @return this
     */
    public Builder requests(int count) {
      requireNotNegative("requests", count);
      requests = count;
      return this;
    }

    /**
     * Sets how much work all calls may do together, in Wasmtime's units; no limit unless set. Needs
     * {@link Engine.Builder#fuel}. See {@link Limits#fuel()}.
     *
     * @param units 0 or more
     * @return this
     */
    public Builder fuel(long units) {
      requireNotNegative("fuel", units);
      fuel = OptionalLong.of(units);
      return this;
    }

    /**
     * Sets no limit of fuel, as at first.
     *
     * @return this
     */
    public Builder unlimitedFuel() {
      fuel = OptionalLong.empty();
      return this;
    }

    /**
     * Sets how long a call or an instantiation may take; no limit unless set. Needs {@link
     * Engine.Builder#interruptible}. See {@link Limits#deadline()}.
     *
     * @param longest more than nothing, at most 100 years
     * @return this
     * @throws IllegalArgumentException if it is not
     */
    public Builder deadline(Duration longest) {
      requireDeadline("limits.deadline", longest);
      deadline = Optional.of(longest);
      return this;
    }

    /**
     * Sets no deadline, as at first.
     *
     * @return this
     */
    public Builder noDeadline() {
      deadline = Optional.empty();
      return this;
    }

    /** Makes the limits. */
    public Limits build() {
      return new Limits(this);
    }
  }

  /** Requires a time to be one that a call can be given. */
  static void requireDeadline(String name, Duration longest) {
    if (!Objects.requireNonNull(longest, "longest").isPositive()
        || longest.compareTo(Duration.ofDays(36_500)) > 0) {
      throw new IllegalArgumentException(
          name + ": expected more than nothing and at most 100 years, got " + longest);
    }
  }
}
