package dev.switchblade;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.sb_component_result;
import dev.switchblade.bindings.ffi.sb_function_cache;
import dev.switchblade.internal.artifact.Artifact;
import dev.switchblade.internal.artifact.CacheFolder;
import dev.switchblade.internal.artifact.CodeSettings;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.ffi.NativeAccess;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.internal.store.EngineTraits;
import dev.switchblade.internal.upcall.Upcalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Compiles components, and holds what they share: the compiler's settings and the memory pool.
 *
 * <p>A program has one, as a rule. Thread-safe. Components and stores made from an engine go on
 * working after it is closed.
 *
 * @see <a href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.Engine.html">wasmtime::Engine</a>
 */
public final class Engine implements AutoCloseable {

  private final NativeHandle handle;
  private final EngineTraits traits;

  /**
   * Kept so that it isn't made anew for each store. Not when the engine is closed, because a class
   * that has the engine in a static field could never be unloaded.
   */
  private volatile @Nullable Upcalls upcalls;

  private final long maxComponentBytes;

  /** What compiled code depends on. */
  private final String codeSettings;

  /** What it was made with; nobody changes it. */
  private final Builder settings;

  private Engine(MemorySegment pointer, Builder from, Upcalls upcalls) {
    this.traits =
        new EngineTraits(
            from.concurrent, from.interruptible, from.fuel, from.maxWasmStack, from.pool);
    this.upcalls = upcalls;
    this.maxComponentBytes = from.maxComponentBytes;
    this.codeSettings = from.codeSettings();
    this.settings = new Builder(from);
    this.handle = new NativeHandle(this, NativeHandle.Kind.ENGINE, pointer);
  }

  /**
   * Makes an engine with the default settings.
   *
   * @throws UnsatisfiedLinkError if there is no native library for this platform, it can't be
   *     unpacked anywhere, or Java was told not to let Switchblade use it ({@code
   *     --illegal-native-access=deny}). The message lists what was looked at and says what to do
   */
  public static Engine create() {
    return builder().build();
  }

  /** Starts to make an engine with other settings. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Says whether engines can be made here: there is a native library for this platform, and Java
   * lets Switchblade use it. Opens the library.
   */
  public static boolean isAvailable() {
    return NativeAccess.failure() == null;
  }

  /** Why engines can't be made here; null if they can. */
  public static @Nullable Throwable unavailabilityCause() {
    return NativeAccess.failure();
  }

  /**
   * Compiles a component.
   *
   * @param bytes a component: the binary format, or the text format in UTF-8
   * @throws CompilationException if it is not a component, or not a valid one
   * @throws ResourceLimitException if the process would need more memory mappings than it may
   * @throws ClosedException if this engine is closed
   */
  public Component compile(byte[] bytes) {
    return compile("component", bytes);
  }

  /**
   * Compiles a component that has a name.
   *
   * @param name what it is called in messages, in those of linkers and traps too
   * @param bytes a component: the binary format, or the text format in UTF-8
   * @throws CompilationException if it is not a component, or not a valid one
   * @throws ResourceLimitException if the process would need more memory mappings than it may
   * @throws ClosedException if this engine is closed
   */
  public Component compile(String name, byte[] bytes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(bytes, "bytes");
    return compileUnshared(name, bytes.clone());
  }

  /**
   * Compiles a component from a file.
   *
   * @param file a component: the binary format, or the text format in UTF-8
   * @throws CompilationException if it is not a component, or not a valid one
   * @throws UncheckedIOException if the file can't be read; the message names it
   * @throws ResourceLimitException if the process would need more memory mappings than it may
   * @throws ClosedException if this engine is closed
   */
  public Component compile(Path file) {
    Objects.requireNonNull(file, "file");
    byte[] bytes = read(file);
    Path name = file.getFileName();
    return compileUnshared(name == null ? file.toString() : name.toString(), bytes);
  }

  /** The contents of a file that a component is in, up to one byte more than it may have. */
  byte[] read(Path file) {
    try {
      requireSize(file.toString(), Files.size(file));
      // No more than one byte too many: some files have no size, and no end.
      long most = Math.min(maxComponentBytes, Integer.MAX_VALUE - 16);
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes((int) most + 1);
      }
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", e);
    } catch (IOException e) {
      throw unreadable(file, e.getClass().getSimpleName() + ", " + e.getMessage(), e);
    }
  }

  private static UncheckedIOException unreadable(Path file, String why, IOException cause) {
    return new UncheckedIOException(file + " can't be read: " + why, cause);
  }

  /**
   * Compiles a component from its text.
   *
   * @param text the text format, such as {@code (component …)}
   * @throws CompilationException if it is not the text of a valid component
   * @throws ResourceLimitException if the process would need more memory mappings than it may
   * @throws ClosedException if this engine is closed
   */
  public Component compileText(String text) {
    Objects.requireNonNull(text, "text");
    return compileUnshared("component", text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Compiles a core module, for components that import one.
   *
   * @param bytes a core module: the binary format, or the text format in UTF-8
   * @throws CompilationException if it is not a core module, or not a valid one
   * @throws ClosedException if this engine is closed
   */
  public CoreModule compileModule(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    requireSize("core module", bytes.length);
    MemorySegment pointer = handle.acquire();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ADDRESS);
      NativeError.check(
          SwitchbladeH.sb_module_new(pointer, NativeMemory.block(arena, bytes), out),
          "core module");
      return new CoreModule(this, out.get(ADDRESS, 0));
    } finally {
      handle.release();
    }
  }

  private void requireSize(String name, long bytes) {
    if (bytes > maxComponentBytes) {
      throw new CompilationException(
          name
              + ": has "
              + bytes
              + " bytes, and the engine's limit for components is "
              + maxComponentBytes
              + " (see Engine.Builder.maxComponentBytes)",
          CompilationException.Reason.TOO_LARGE);
    }
  }

  /** Compiles what nobody else changes. */
  Component compileUnshared(String name, byte[] bytes) {
    requireSize(name, bytes.length);
    if (Artifact.isOne(bytes)) {
      throw new CompilationException(
          name
              + ": is compiled already, as Component.serialize writes it: load it with"
              + " Engine.deserialize and the key that it was written with",
          CompilationException.Reason.UNFIT_ARTIFACT);
    }
    return compileAnySize(name, bytes);
  }

  /** Without the limit that is there for others' components. */
  Component compileAnySize(String name, byte[] bytes) {
    MemorySegment pointer = handle.acquire();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(sb_component_result.layout());
      NativeError.check(
          SwitchbladeH.sb_component_new(pointer, NativeMemory.block(arena, bytes), out), name);
      return component(name, bytes, out);
    } finally {
      handle.release();
    }
  }

  private Component component(String name, byte[] source, MemorySegment result) {
    MemorySegment component = sb_component_result.component(result);
    byte[] description = NativeMemory.take(sb_component_result.description(result));
    var compiled = new CompiledComponent(name, component, new ComponentDescription(description));
    return new Component(this, name, source, compiled);
  }

  /**
   * Loads a component that {@link Component#serialize} has written, without compiling it again.
   * Compiled code is executed as it is: the key tells that it is this program's own.
   *
   * @param artifact what {@link Component#serialize} returned
   * @param key the key it was written with
   * @throws CompilationException if it was written with another key, was changed, or is of another
   *     version of Wasmtime, another platform, or an engine with other settings ({@link
   *     Builder#settingsOf} takes them over)
   * @throws ClosedException if this engine is closed
   */
  public Component deserialize(byte[] artifact, SecretKey key) {
    Artifact opened = Artifact.open(artifact, key);
    if (!opened.settings().equals(codeSettings)) {
      throw new CompilationException(
          opened.name()
              + ": the artifact was compiled with other settings than this engine's: "
              + CodeSettings.text(opened.settings())
              + " instead of "
              + CodeSettings.text(codeSettings)
              + ". Compile the component again with the engine's settings, or give the engine those"
              + " of the artifact (Engine.Builder.settingsOf)",
          CompilationException.Reason.UNFIT_ARTIFACT);
    }
    MemorySegment pointer = handle.acquire();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(sb_component_result.layout());
      MemorySegment block = NativeMemory.block(arena, opened.compiled());
      NativeError.check(SwitchbladeH.sb_component_deserialize(pointer, block, out), opened.name());
      return component(opened.name(), opened.source(), out);
    } finally {
      handle.release();
    }
  }

  /**
   * Does now what the first request of a process has to wait for otherwise: Java's classes, the
   * ways from Java into native code and back, a place of the pool. It compiles a component of a few
   * hundred bytes, links it to a host function, instantiates it in a store of its own, calls it
   * once, and closes all of that. It doesn't know your components: {@link #compile} them, and make
   * {@link InstancePre}s of them, when the program starts as well. Nor does it make Java's compiler
   * begin: what is called often gets faster by being called.
   *
   * <p>For servers, before they take requests; on a thread of its own while components are compiled
   * or before that. Where the first call comes right behind, the time is only spent earlier.
   *
   * @throws ClosedException if this engine is closed
   * @throws ResourceLimitException if the pool is full, or the process would need more memory
   *     mappings than it may
   * @throws StackSpaceException if the calling thread has less stack left than a call needs
   */
  public void warmUp() {
    WarmUp.run(this);
  }

  /**
   * What this engine remembers of the functions that it has compiled, as it is now: nothing, unless
   * {@link Builder#functionCache} was set.
   *
   * @throws ClosedException if this engine is closed
   */
  public FunctionCache functionCache() {
    MemorySegment pointer = handle.acquire();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(sb_function_cache.layout());
      NativeError.check(
          SwitchbladeH.sb_engine_function_cache(pointer, MemorySegment.NULL, out),
          "the engine's function cache");
      return new FunctionCache(
          sb_function_cache.max_bytes(out),
          sb_function_cache.bytes(out),
          sb_function_cache.functions(out),
          sb_function_cache.hits(out),
          sb_function_cache.misses(out),
          sb_function_cache.evictions(out));
    } finally {
      handle.release();
    }
  }

  /** What makes machine code of its components. */
  public Compiler compiler() {
    return settings.compiler;
  }

  /**
   * Starts to make an engine with the settings of this one, of which some are then set otherwise.
   * This one stays as it is, and may have been closed.
   *
   * {@snippet :
   * Engine baseline =
   *     engine.toBuilder().compiler(Engine.Compiler.WINCH).functionCache(0).fuel(false).build();
   * }
   *
   * <p>What it has made is not shared: a pool or a {@linkplain Builder#functionCache function
   * cache} is another one of the same size. The folder of a cache and the threads of {@link
   * Builder#virtualThreadCalls} are the same. A pool, a folder and threads can be replaced there,
   * and not be left out.
   */
  public Builder toBuilder() {
    return new Builder(settings);
  }

  NativeHandle handle() {
    return handle;
  }

  /** How native code calls Java. */
  Upcalls upcalls() {
    Upcalls kept = upcalls;
    return kept == null ? Upcalls.shared() : kept;
  }

  /** What its stores need to know of it. */
  EngineTraits traits() {
    return traits;
  }

  long maxComponentBytes() {
    return maxComponentBytes;
  }

  String codeSettings() {
    return codeSettings;
  }

  /**
   * Releases the engine, as soon as nothing made from it needs it; what {@link #functionCache}
   * tells of at once.
   */
  @Override
  public void close() {
    handle.close();
    upcalls = null;
  }

  /**
   * What makes machine code of an engine's components.
   *
   * @see <a
   *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/enum.Strategy.html">wasmtime::Strategy</a>
   */
  public enum Compiler {
    /** Optimizes; the default. */
    CRANELIFT("cranelift"),
    /**
     * Wasmtime's baseline compiler: goes through the code once. It took a fifth to a third of the
     * time for components of 2 to 18 MB, and its code twice as long to run (docs/live-upgrade.md).
     * Guests have the same limits as otherwise, but for two: an engine with {@link Builder#fuel}
     * can't have this compiler, whose code takes no fuel for the bytes that {@code memory.fill} and
     * its like write; and its code needs more stack: recursion that {@link Builder#maxWasmStack}
     * ended at a depth of 32,000 ended at 1,700 to 8,000. It has no tail calls, exceptions, garbage
     * collection, typed function references, relaxed SIMD and stack switching, on ARM no threads
     * either, and of SIMD what the processor has instructions for: a component that needs what it
     * lacks is a {@link CompilationException} with the reason {@link
     * CompilationException.Reason#UNSUPPORTED}, and {@link Builder#build} refuses a {@link
     * WasmFeature} that is turned on and lacking. {@link Builder#functionCache} can't be used with
     * it, and {@link Builder#optimization} makes little difference.
     */
    WINCH("winch");

    private final String option;

    Compiler(String option) {
      this.option = option;
    }

    private static Compiler of(String option) {
      for (Compiler compiler : values()) {
        if (compiler.option.equals(option)) {
          return compiler;
        }
      }
      throw new IllegalArgumentException("there is no compiler " + option);
    }
  }

  /** How much an engine optimizes. */
  public enum OptimizationLevel {
    /** Compiles fastest. */
    NONE("none"),
    /** Runs fastest; the default. */
    SPEED("speed"),
    /** Runs fast, and tries to make less code. */
    SPEED_AND_SIZE("speed-and-size");

    private final String option;

    OptimizationLevel(String option) {
      this.option = option;
    }
  }

  /**
   * A pool of memory for instances: instantiating from it takes microseconds. It reserves address
   * space, not memory, for as many instances as it is made for. Immutable and thread-safe.
   *
   * @see <a
   *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.PoolingAllocationConfig.html">wasmtime::PoolingAllocationConfig</a>
   */
  public static final class Pooling {

    /** A pool counts core instances, too, of which toolchains make a dozen for one component. */
    private static final int INSTANCES_PER_MEMORY = 4;

    private final int instances;
    private final int memories;
    private final long memoryBytes;
    private final long keepResidentBytes;

    private Pooling(int instances, int memories, long memoryBytes, long keepResidentBytes) {
      this.instances = instances;
      this.memories = memories;
      this.memoryBytes = memoryBytes;
      this.keepResidentBytes = keepResidentBytes;
    }

    /**
     * A pool for the given number of instances with one memory each, of up to 4 GiB.
     *
     * @param instances 1 to 1,000,000; {@link Builder#build} refuses what is not
     */
    public static Pooling of(int instances) {
      return new Pooling(instances, instances, Builder.USUAL_MEMORY_BYTES, 0);
    }

    /**
     * A pool that suits this machine: for a quarter of the memories that the system has memory
     * mappings for ({@code vm.max_map_count}, which makes 2,047 where it is what it is unless set),
     * as many as half of the address space holds if that is limited ({@code ulimit -v}), and no
     * more than 10,000. Where the system has no such limits there are 2,000. Each may have up to 4
     * GiB. Memories are what there is an end of: there may be four times as many instances, since
     * some have none, and some consist of many parts.
     *
     * <p>A larger pool takes no longer to make, and no more memory. What the instances may use of
     * the machine's memory is for {@link Limits} to say, and how many there are at once for the
     * program.
     */
    public static Pooling forThisMachine() {
      int memories = PoolSize.here().memories();
      return of(INSTANCES_PER_MEMORY * memories).withMemories(memories);
    }

    /** How many component instances there can be at once. */
    public int instances() {
      return instances;
    }

    /** How many linear memories there can be at once. */
    public int memories() {
      return memories;
    }

    /** The largest size of a linear memory. */
    public long memoryBytes() {
      return memoryBytes;
    }

    /**
     * How much of a slot's memory is zeroed and kept instead of given back to the system when an
     * instance ends.
     */
    public long keepResidentBytes() {
      return keepResidentBytes;
    }

    /**
     * The same with another number of {@link #memories}.
     *
     * @param count 1 to 1,000,000. Each counts as four of the memory mappings that the process may
     *     need, from the engine's start to its end; see {@link
     *     ResourceLimitException.Limit#PROCESS_MAPPINGS}
     */
    public Pooling withMemories(int count) {
      return new Pooling(instances, count, memoryBytes, keepResidentBytes);
    }

    /**
     * The same with another {@link #memoryBytes}.
     *
     * @param bytes 64 KiB to 4 GiB
     */
    public Pooling withMemoryBytes(long bytes) {
      return new Pooling(instances, memories, bytes, keepResidentBytes);
    }

    /**
     * The same with another {@link #keepResidentBytes}.
     *
     * @param bytes 0, as at first, to 1 GiB; more makes instantiating faster and the process larger
     */
    public Pooling withKeepResidentBytes(long bytes) {
      return new Pooling(instances, memories, memoryBytes, bytes);
    }

    private List<Object> parts() {
      return List.of(instances, memories, memoryBytes, keepResidentBytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pooling pooling && parts().equals(pooling.parts());
    }

    @Override
    public int hashCode() {
      return parts().hashCode();
    }

    @Override
    public String toString() {
      return "Pooling[instances="
          + instances
          + ", memories="
          + memories
          + ", memoryBytes="
          + memoryBytes
          + ", keepResidentBytes="
          + keepResidentBytes
          + "]";
    }
  }

  /** The settings of an engine. Not thread-safe. */
  public static final class Builder {

    /** Wasmtime's default, as {@code switchblade.h} states it. */
    private static final long DEFAULT_MAX_WASM_STACK = 512 << 10;

    /** Larger than any that toolchains make today. */
    private static final long DEFAULT_MAX_COMPONENT_BYTES = 256 << 20;

    /** Where memories are smaller than all that 32 bits can name, code checks their bounds. */
    private static final String MEMORY_BYTES = "pooling-memory-bytes";

    /** Of an engine without a pool, too. */
    private static final long USUAL_MEMORY_BYTES = 1L << 32;

    private static final String COMPILER = "compiler";

    /** Options that code depends on beyond how fast it is, with their defaults. */
    private static final Map<String, String> CODE_OPTIONS =
        Map.of(
            COMPILER,
            Compiler.CRANELIFT.option,
            "fuel",
            "false",
            "interruptible",
            "false",
            "nan-canonicalization",
            "false",
            "concurrency",
            "false",
            "shared-memory",
            "false",
            "debug-info",
            "true",
            MEMORY_BYTES,
            Long.toString(USUAL_MEMORY_BYTES));

    private Compiler compiler = Compiler.CRANELIFT;
    private long maxWasmStack = DEFAULT_MAX_WASM_STACK;
    private boolean concurrent;
    private boolean interruptible;
    private boolean fuel;
    private @Nullable Executor pool;
    private @Nullable Pooling pooling;
    private long maxComponentBytes = DEFAULT_MAX_COMPONENT_BYTES;

    /** A line each; of those with the same name the last one counts. */
    private final StringBuilder options;

    /** Those of {@link #CODE_OPTIONS} that differ from their defaults, and proposals. */
    private final Map<String, String> codeOptions;

    private Builder() {
      options = new StringBuilder();
      codeOptions = new TreeMap<>();
      option("abi-version", Integer.toString(SwitchbladeH.SB_ABI_VERSION()));
    }

    /** One with the same settings. */
    private Builder(Builder other) {
      compiler = other.compiler;
      maxWasmStack = other.maxWasmStack;
      concurrent = other.concurrent;
      interruptible = other.interruptible;
      fuel = other.fuel;
      pool = other.pool;
      pooling = other.pooling;
      maxComponentBytes = other.maxComponentBytes;
      options = new StringBuilder(other.options);
      codeOptions = new TreeMap<>(other.codeOptions);
    }

    private String codeSettings() {
      return codeOptions.toString();
    }

    private Builder option(String name, String value) {
      if (value.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("the engine's " + name + " has a line break in it");
      }
      if (value.equals(CODE_OPTIONS.get(name))) {
        codeOptions.remove(name);
      } else if (name.startsWith("wasm-") || CODE_OPTIONS.containsKey(name)) {
        codeOptions.put(name, value);
      }
      options.append(name).append('=').append(value).append('\n');
      return this;
    }

    /**
     * Sets what compiles. The code of one compiler is of no use to an engine with the other:
     * artifacts tell them apart.
     *
     * @param compiler {@link Compiler#CRANELIFT} unless set
     * @see <a
     *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.Config.html#method.strategy">Config::strategy</a>
     */
    public Builder compiler(Compiler compiler) {
      this.compiler = Objects.requireNonNull(compiler, "compiler");
      return option(COMPILER, compiler.option);
    }

    /**
     * Sets how much to optimize.
     *
     * @param level {@link OptimizationLevel#SPEED} unless set
     */
    public Builder optimization(OptimizationLevel level) {
      return option("opt-level", level.option);
    }

    /**
     * Sets whether a component is compiled by several threads.
     *
     * @param parallel true unless set
     */
    public Builder parallelCompilation(boolean parallel) {
      return option("parallel-compilation", Boolean.toString(parallel));
    }

    /**
     * Sets whether guests' backtraces name source lines, for components that carry DWARF.
     *
     * @param lines true unless set
     */
    public Builder sourceLines(boolean lines) {
      return option("debug-info", Boolean.toString(lines));
    }

    /**
     * Keeps compiled code in a folder, where later processes find it. What is in it is executed:
     * nobody but the user who runs this program may be able to write there. It is made if it isn't
     * there.
     *
     * @throws IllegalArgumentException if it can't be made, belongs to somebody else, or others may
     *     write there
     */
    public Builder cacheDirectory(Path folder) {
      CacheFolder.require(folder);
      return option("cache-directory", folder.toAbsolutePath().toString());
    }

    /**
     * Sets how much memory the engine may use to remember the functions that it has compiled. Of a
     * component that is compiled later, a new version of one as a rule, or a composition of which
     * one part is new, what hasn't changed is taken from there, and the compiler has only the rest
     * to do. For engines that compile the same things again and again; one that compiles a
     * component once gains nothing by it. The machine code is the same as without, to the last
     * byte: artifacts fit engines with and without it, and {@link #settingsOf} leaves it as it is.
     *
     * <p>A function counts as unchanged if the compiler would be given the same: the same
     * instructions, at the same distances from where the function begins in the binary, which sees
     * the same layout of its module. A component that imports a function more, or has more core
     * modules than before in front of others, can therefore be compiled anew in large parts. Of
     * functions that lie behind one with exceptions, or behind the code by which the host calls in,
     * some are compiled again in any case, because Cranelift's key has remains of the one before.
     *
     * <p>It is memory of this engine's alone, outside the Java heap, and released when the engine
     * is closed. Once it is full, functions that haven't been used for longest are forgotten. A
     * function is found by the SHA-256 of all that its code depends on, and put there by this
     * engine's compiler and by nobody else, so components that you don't trust can't give each
     * other wrong code. They can drive each other's functions out, and whoever sees how long a
     * compilation takes can tell whether somebody had the same functions compiled before: where
     * that matters, give each tenant an engine. And a binary of 200 KB that is made of exceptions
     * and of thousands of functions, which takes the compiler seconds in any case, took it several
     * times as long with this: where components aren't trusted, turn {@link WasmFeature#EXCEPTIONS}
     * off, or do without this.
     *
     * @param bytes 64 KiB to 64 GiB, or 0, as it is unless set: nothing is remembered; {@link
     *     #build} refuses what is neither, and anything but 0 with {@link Compiler#WINCH}. The
     *     functions of one version took one and a half to three times the size of the component;
     *     {@link FunctionCache#bytes} says how much it is
     * @see FunctionCache
     * @see <a
     *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.Config.html#method.enable_incremental_compilation">Config::enable_incremental_compilation</a>
     */
    public Builder functionCache(long bytes) {
      return option("function-cache-bytes", Long.toString(bytes));
    }

    /**
     * Sets how much stack a guest may use. A call is refused with {@link StackSpaceException} if
     * the calling thread has less left than this and a reserve of 224 KiB (of 256 KiB where the
     * system's pages have 16 KiB, and of 448 KiB where they have 64 KiB).
     *
     * @param bytes 4 KiB to 1 GiB; 512 KiB unless set
     */
    public Builder maxWasmStack(long bytes) {
      maxWasmStack = bytes;
      return option("max-wasm-stack", Long.toString(bytes));
    }

    /**
     * Turns a proposal on or off. It is compiled against, and what a guest may do changes with it;
     * those that Wasmtime doesn't turn on by itself are less tested.
     *
     * @param feature the proposal
     * @param enabled whether components may use it
     */
    public Builder feature(WasmFeature feature, boolean enabled) {
      return option("wasm-" + feature.option(), Boolean.toString(enabled));
    }

    /**
     * Sets whether components can use component-model async: {@code async func}, tasks that wait,
     * and host functions that end later than they return ({@link AsyncHostFunction}). Each call
     * costs some hundred nanoseconds to two microseconds more then, because guests run on stacks of
     * their own, and lists are copied once more. An exported {@code async func} is called like any
     * other function, and blocks its thread until it is done. Values of the types {@code future},
     * {@code stream} and {@code error-context} can't cross to Java yet.
     *
     * @param concurrent false unless set
     * @see <a
     *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.Config.html#method.concurrency_support">Config::concurrency_support</a>
     */
    public Builder concurrency(boolean concurrent) {
      this.concurrent = concurrent;
      return option("concurrency", Boolean.toString(concurrent));
    }

    /**
     * Sets whether guests that run can be stopped: by {@link Store#interrupt}, by {@link
     * Limits#deadline}, and by interrupting their thread. Their code looks at a number at each loop
     * and function entry: most code takes a tenth longer, the tightest loops up to three times as
     * long (docs/benchmarks.md). Turn it on for guests that you don't trust. Without, only guests
     * that wait in WASI can be stopped.
     *
     * @param interruptible false unless set
     * @see <a
     *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.Config.html#method.epoch_interruption">Config::epoch_interruption</a>
     */
    public Builder interruptible(boolean interruptible) {
      this.interruptible = interruptible;
      return option("interruptible", Boolean.toString(interruptible));
    }

    /**
     * Sets whether guests use up fuel, for {@link Limits#fuel} and {@link Store#fuel}. Costs time
     * in their code.
     *
     * @param counted false unless set
     * @see <a
     *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.Config.html#method.consume_fuel">Config::consume_fuel</a>
     */
    public Builder fuel(boolean counted) {
      fuel = counted;
      return option("fuel", Boolean.toString(counted));
    }

    /**
     * Has guests that virtual threads call run on threads of a pool. A guest that runs, or waits in
     * WASI, pins the carrier of a virtual thread, of which a JVM has as many as processors: a few
     * guests that wait keep all virtual threads of the program from going on. With a pool, the
     * virtual thread is parked, and its carrier free. Each call costs some microseconds more then.
     * Calls on platform threads stay where they are.
     *
     * <p>What the guest calls (host functions, visitors, streams, listeners) runs on the thread of
     * the pool, and sees nothing of the virtual thread's {@link ThreadLocal}s and {@link
     * ScopedValue}s: what belongs to one call or tenant goes into {@link StoreConfig.Builder#data}.
     * Interrupting the virtual thread ends the guest as ever; before the pool has a thread for it
     * the call is given up, and nothing has run. docs/threads.md has the rest.
     *
     * <p>An engine without this runs guests where they are called.
     *
     * @param threads such as {@code Executors.newFixedThreadPool(50)}: of platform threads, as many
     *     as guests that may run or wait at once. It stays the caller's, who shuts it down after
     *     the stores are closed: a call that it refuses gets its {@link
     *     java.util.concurrent.RejectedExecutionException}, and has not begun
     */
    public Builder virtualThreadCalls(Executor threads) {
      pool = Objects.requireNonNull(threads, "threads");
      return this;
    }

    /**
     * Sets how large a component may be that is compiled.
     *
     * @param bytes of the binary or of the text; 256 MiB unless set
     */
    public Builder maxComponentBytes(long bytes) {
      if (bytes < 0) {
        throw new IllegalArgumentException("maxComponentBytes: expected 0 or more, got " + bytes);
      }
      maxComponentBytes = bytes;
      return this;
    }

    /**
     * Sets whether all NaNs that guests compute have the same bits, on every machine; costs time in
     * floating-point code.
     *
     * @param canonical false unless set
     */
    public Builder nanCanonicalization(boolean canonical) {
      return option("nan-canonicalization", Boolean.toString(canonical));
    }

    /**
     * Sets whether guests can have memories that their threads share; needs {@link
     * WasmFeature#THREADS}. Such memories are not counted against the limits of a store, and a
     * guest that waits for another thread of its ({@code memory.atomic.wait32}) can't be ended, by
     * a deadline or otherwise: for guests that you trust.
     *
     * @param shared false unless set
     */
    public Builder sharedMemory(boolean shared) {
      return option("shared-memory", Boolean.toString(shared));
    }

    /**
     * Takes instances from a pool.
     *
     * @param pool its size
     */
    public Builder pooling(Pooling pool) {
      pooling = pool;
      return option("pooling", "true")
          .option("pooling-instances", Integer.toString(pool.instances()))
          .option("pooling-memories", Integer.toString(pool.memories()))
          .option(MEMORY_BYTES, Long.toString(pool.memoryBytes()))
          .option("pooling-keep-resident-bytes", Long.toString(pool.keepResidentBytes()));
    }

    /**
     * Takes over what the code of an artifact depends on, so that the engine can load it: {@link
     * #compiler}, {@link #interruptible}, {@link #fuel}, {@link #concurrency}, {@link
     * #nanCanonicalization}, {@link #sharedMemory}, {@link #sourceLines}, the features that were
     * turned on or off, and how large the memories of a pool are. Where those are less than 4 GiB
     * and this builder has no pool yet, it gets one, {@link Pooling#forThisMachine}. What is set
     * afterwards replaces what the artifact said, and an engine that differs from it doesn't load
     * it.
     *
     * @param artifact what {@link Component#serialize} returned
     * @param key the key it was written with
     * @throws CompilationException if it was written with another key, or was changed
     */
    public Builder settingsOf(byte[] artifact, SecretKey key) {
      Map<String, String> settings = CodeSettings.parse(Artifact.open(artifact, key).settings());
      settings.forEach(
          (name, value) -> {
            if (name.startsWith("wasm-")) {
              option(name, value);
            }
          });
      CODE_OPTIONS.forEach((name, usual) -> codeOption(name, settings.getOrDefault(name, usual)));
      return this;
    }

    private void codeOption(String name, String value) {
      switch (name) {
        case COMPILER -> compiler(Compiler.of(value));
        case MEMORY_BYTES -> memoryBytes(Long.parseLong(value));
        case "fuel" -> fuel(Boolean.parseBoolean(value));
        case "interruptible" -> interruptible(Boolean.parseBoolean(value));
        case "concurrency" -> concurrency(Boolean.parseBoolean(value));
        default -> option(name, value);
      }
    }

    /** An engine without a pool has memories of the usual size. */
    private void memoryBytes(long bytes) {
      Pooling pool = pooling;
      if (pool != null) {
        pooling(pool.withMemoryBytes(bytes));
      } else if (bytes != USUAL_MEMORY_BYTES) {
        pooling(Pooling.forThisMachine().withMemoryBytes(bytes));
      }
    }

    /**
     * Makes the engine.
     *
     * @throws ResourceLimitException if the process has too few memory mappings left for the pool
     * @throws IllegalArgumentException if a setting is out of its range or can't be used here; the
     *     message names it
     * @throws UnsatisfiedLinkError as {@link Engine#create}
     */
    public Engine build() {
      NativeAccess.require();
      Upcalls upcalls = Upcalls.shared();
      if (interruptible) {
        upcalls.prepare();
      }
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment out = arena.allocate(ADDRESS);
        MemorySegment block = NativeMemory.block(arena, options.toString());
        NativeError.check(
            SwitchbladeH.sb_engine_new(MemorySegment.NULL, block, out), "the engine's settings");
        return new Engine(out.get(ADDRESS, 0), this, upcalls);
      }
    }
  }
}
