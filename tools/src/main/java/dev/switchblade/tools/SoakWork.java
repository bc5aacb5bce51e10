package dev.switchblade.tools;

import dev.switchblade.ClosedException;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.GuestExitException;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.WasiConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thread's part of a soak: work of all kinds, in an order that its seed makes. */
final class SoakWork implements Runnable {

  /** What there is to do. */
  enum Kind {
    CALLS("calls in a kept store", SoakWork::callKept),
    INSTANCES("instances without WASI", SoakWork::instantiate),
    WASI("instances with WASI", SoakWork::instantiateWithWasi),
    HOST("calls of host functions", SoakWork::callHost),
    HOST_FAILURE("host functions that throw", SoakWork::failInHost),
    TRAP("traps", SoakWork::trap),
    EXIT("guests that exit", SoakWork::exit),
    LIMIT("limits", SoakWork::reachLimit),
    DEADLINE("deadlines", SoakWork::miss),
    INTERRUPT("interrupts", SoakWork::interrupt),
    CLOSE("stores closed meanwhile", SoakWork::closeMeanwhile),
    FORGET("stores forgotten", SoakWork::forget),
    OUTPUT("output", SoakWork::print),
    FILES("files", SoakWork::useFiles),
    GARBAGE("garbage in the JVM", SoakWork::litter);

    final String description;

    @SuppressWarnings("ImmutableEnumChecker") // methods
    private final Work work;

    Kind(String description, Work work) {
      this.description = description;
      this.work = work;
    }
  }

  private interface Work {
    void run(SoakWork worker) throws Exception;
  }

  private static final Kind[] KINDS = Kind.values();

  private static final String CALC = "acme:calculator/calc@1.0.0";

  private static final int SHOWN_PROBLEMS = 3;

  private final SoakGuests guests;
  private final ScheduledExecutorService disturber;
  private final long seed;
  private final Random random;
  private final long end;
  private final Map<Kind, Long> done = new EnumMap<>(Kind.class);
  private final List<String> problems = new ArrayList<>();
  private volatile Kind current = Kind.CALLS;

  private @Nullable Store keptStore;
  private @Nullable Instance kept;

  /**
   * @param disturber interrupts and closes what this thread is in
   * @param end when to stop, as {@link System#nanoTime}
   */
  SoakWork(SoakGuests guests, ScheduledExecutorService disturber, long seed, long end) {
    this.guests = guests;
    this.disturber = disturber;
    this.seed = seed;
    this.random = new Random(seed);
    this.end = end;
  }

  /** How often each kind of work was done; complete when the thread has ended. */
  Map<Kind, Long> done() {
    return done;
  }

  /** What was not as it should be; complete when the thread has ended. */
  List<String> problems() {
    return problems;
  }

  /** What the thread is doing. */
  String current() {
    return current.description;
  }

  @Override
  public void run() {
    int turn = 0;
    while (problems.size() < SHOWN_PROBLEMS && System.nanoTime() < end) {
      // Each kind once at first, however short the time is.
      Kind kind = KINDS[turn < KINDS.length ? turn : random.nextInt(KINDS.length)];
      current = kind;
      try {
        kind.work.run(this);
        done.merge(kind, 1L, Long::sum);
      } catch (Throwable e) {
        problems.add(kind.description + " (turn " + turn + ", seed " + seed + "): " + e);
        if (e instanceof OutOfMemoryError) {
          break;
        }
      }
      turn++;
    }
    Store store = keptStore;
    if (store != null) {
      store.close();
    }
  }

  /** Something is not as it should be. */
  private static final class WrongResultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongResultException(String message) {
      super(message);
    }
  }

  private static void expect(Object expected, @Nullable Object got) {
    if (!expected.equals(got)) {
      throw new WrongResultException("expected " + expected + ", got " + got);
    }
  }

  private static void expectBytes(byte[] expected, @Nullable Object got) {
    if (!(got instanceof byte[] bytes) || !Arrays.equals(expected, bytes)) {
      throw new WrongResultException("the " + expected.length + " bytes came back changed");
    }
  }

  /** Has a guest end by an exception. */
  private static <E extends GuestException> E ends(Class<E> type, Supplier<@Nullable Object> call) {
    try {
      Object result = call.get();
      throw new WrongResultException(type.getSimpleName() + " expected, got " + result);
    } catch (GuestException e) {
      if (!type.isInstance(e)) {
        throw e;
      }
      return type.cast(e);
    }
  }

  private SoakGuests.InEngine engine() {
    return guests.all().get(random.nextInt(guests.all().size()));
  }

  private byte[] bytes(int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  // ---- Calls

  private void calculate(Instance calculator) {
    int a = random.nextInt();
    int b = random.nextInt();
    expect(a + b, calculator.func(CALC, "add").call(a, b));
    long sum = 0;
    var text = new StringBuilder();
    for (int terms = 1 + random.nextInt(20); terms > 0; terms--) {
      int term = random.nextInt();
      sum += term;
      text.append(text.isEmpty() ? "" : " + ").append(term);
    }
    expect(
        Result.ok(Long.toString(sum)), calculator.func(CALC, "process-text").call(text.toString()));
  }

  private void callKept() {
    Store store = keptStore;
    Instance instance = kept;
    if (store == null || instance == null || random.nextInt(100) == 0) {
      if (store != null) {
        store.close();
      }
      SoakGuests.InEngine in = engine();
      keptStore = new Store(in.engine());
      instance = in.calculator().instantiate(keptStore);
      kept = instance;
    }
    calculate(instance);
  }

  private void instantiate() {
    SoakGuests.InEngine in = engine();
    try (var store = new Store(in.engine())) {
      calculate(in.calculator().instantiate(store));
    }
  }

  /** Steps of a xorshift generator, as the guest's {@code spin-for} makes them. */
  private static long steps(int count) {
    long state = 0x9E37_79B9_7F4A_7C15L;
    for (int i = 0; i < count; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    return state;
  }

  private void instantiateWithWasi() {
    SoakGuests.InEngine in = engine();
    String name = "N" + random.nextInt(1_000_000);
    var wasi = WasiConfig.builder().args("program", name).build();
    try (var store = new Store(in.engine(), StoreConfig.defaults().withWasi(wasi))) {
      Instance prober = in.prober().instantiate(store);
      expect(List.of("program", name), prober.func("args").call());
      int count = random.nextInt(10_000);
      expect(steps(count), prober.func("spin-for").call((long) count));
      prober.func("sleep-for").call((long) random.nextInt(200_000));
      expect(1_000L, prober.func("allocate").call(1_000L));
    }
  }

  private void callHost() {
    SoakGuests.InEngine in = engine();
    byte[] payload = bytes(200_000);
    List<String> log = new ArrayList<>();
    var linker = new Linker(in.engine());
    linker
        .root()
        .func(
            "logger",
            call -> {
              log.add(call.string(0));
              return null;
            });
    try (var store = new Store(in.engine())) {
      Func process = linker.instantiate(store, in.processor()).func("process");
      for (int i = 0; i < 3; i++) {
        Object result = process.call((Object) payload);
        byte[] inverted = payload.clone();
        for (int at = 0; at < inverted.length; at++) {
          inverted[at] ^= (byte) 0xff;
        }
        expectBytes(inverted, result);
      }
    }
    expect(3, log.size());
    expect("Processing encrypted payload: " + payload.length + " bytes", log.getFirst());
  }

  private void failInHost() {
    SoakGuests.InEngine in = engine();
    var thrown = new IOException("on purpose");
    var linker = new Linker(in.engine());
    linker
        .root()
        .func(
            "logger",
            call -> {
              throw thrown;
            });
    try (var store = new Store(in.engine())) {
      Func process = linker.instantiate(store, in.processor()).func("process");
      byte[] payload = bytes(1_000);
      var exception = ends(HostFunctionException.class, () -> process.call((Object) payload));
      if (!thrown.equals(exception.getCause())) {
        throw new WrongResultException("the cause is " + exception.getCause());
      }
    }
  }

  // ---- Ends

  private void trap() {
    SoakGuests.InEngine in = engine();
    try (var store = new Store(in.engine())) {
      Instance prober = in.prober().instantiate(store);
      if (random.nextBoolean()) {
        var trap = ends(TrapException.class, () -> prober.func("panic").call("on purpose"));
        expect(TrapCode.UNREACHABLE, trap.code());
      } else {
        var trap = ends(TrapException.class, () -> prober.func("recurse").call());
        expect(TrapCode.STACK_OVERFLOW, trap.code());
      }
    }
  }

  private void exit() {
    SoakGuests.InEngine in = engine();
    int code = random.nextInt(2);
    try (var store = new Store(in.engine())) {
      Func exit = in.prober().instantiate(store).func("exit-with");
      expect(code, ends(GuestExitException.class, () -> exit.call(code)).status());
    }
  }

  private void reachLimit() {
    SoakGuests.InEngine in = engine();
    Limits limits = Limits.defaults().withMemoryBytes(4 << 20).withOutputBytes(10_000);
    var wasi = WasiConfig.builder().stdout(OutputStream.nullOutputStream()).build();
    StoreConfig config = StoreConfig.defaults().withLimits(limits).withWasi(wasi);
    try (var store = new Store(in.engine(), config)) {
      Instance prober = in.prober().instantiate(store);
      if (random.nextBoolean()) {
        Func allocate = prober.func("allocate");
        var reached = ends(ResourceLimitException.class, () -> allocate.call(8L << 20));
        expect(Limit.MEMORY_BYTES, reached.limit());
      } else {
        Func print = prober.func("print-many");
        var reached = ends(ResourceLimitException.class, () -> print.call(100_000L));
        expect(Limit.OUTPUT_BYTES, reached.limit());
      }
    }
  }

  /** Calls one of the functions that never return. */
  private Supplier<@Nullable Object> endless(Instance prober) {
    return switch (random.nextInt(3)) {
      case 0 -> () -> prober.func("spin").call();
      case 1 -> () -> prober.func("sleep-for").call(Long.MAX_VALUE);
      default -> () -> prober.func("poll-forever").call();
    };
  }

  private void miss() {
    SoakGuests.InEngine in = engine();
    Duration deadline = Duration.ofMillis(1 + random.nextInt(20));
    try (var store = new Store(in.engine(), Limits.defaults().withDeadline(deadline))) {
      // Instantiating may take that long already.
      var reached =
          ends(ResourceLimitException.class, () -> endless(in.prober().instantiate(store)).get());
      expect(Limit.DEADLINE, reached.limit());
      expect(deadline.toNanos(), reached.value());
    }
  }

  private void interrupt() {
    SoakGuests.InEngine in = engine();
    boolean byThread = random.nextInt(3) == 0;
    Thread self = Thread.currentThread();
    var over = new AtomicBoolean();
    try (var store = new Store(in.engine())) {
      Supplier<@Nullable Object> call = endless(in.prober().instantiate(store));
      Runnable disturb =
          () -> {
            synchronized (over) {
              if (over.get()) {
                return;
              }
              if (byThread) {
                self.interrupt();
              } else {
                store.interrupt();
              }
            }
          };
      Future<?> disturbance =
          disturber.scheduleAtFixedRate(
              disturb, random.nextInt(3_000), 1_000, TimeUnit.MICROSECONDS);
      try {
        ends(GuestInterruptedException.class, call);
      } finally {
        disturbance.cancel(false);
        synchronized (over) {
          over.set(true);
        }
      }
      if (Thread.interrupted() != byThread) {
        throw new WrongResultException("the thread's interrupt status is wrong");
      }
    } finally {
      synchronized (over) {
        over.set(true);
      }
    }
  }

  private void closeMeanwhile() {
    SoakGuests.InEngine in = engine();
    var store = new Store(in.engine());
    Instance calculator = in.calculator().instantiate(store);
    Future<?> disturbance =
        disturber.scheduleAtFixedRate(
            () -> tryToClose(store), random.nextInt(2_000), 1_000, TimeUnit.MICROSECONDS);
    try {
      while (true) {
        calculate(calculator);
        // A moment in which nobody is in the store.
        LockSupport.parkNanos(random.nextInt(300_000));
      }
    } catch (ClosedException e) {
      // As it should be.
    } finally {
      disturbance.cancel(false);
      store.close();
    }
  }

  private static void tryToClose(Store store) {
    try {
      store.close();
    } catch (StoreBusyException e) {
      // Another time.
    }
  }

  /** Not in the pool, whose slots would be missing until the garbage is collected. */
  private void forget() {
    SoakGuests.InEngine in =
        random.nextBoolean() ? guests.all().getFirst() : guests.all().getLast();
    calculate(in.calculator().instantiate(new Store(in.engine())));
    if (random.nextInt(20) == 0) {
      System.gc();
    }
  }

  // ---- What goes out

  private void print() {
    SoakGuests.InEngine in = engine();
    var written = new ByteArrayOutputStream();
    var wasi = WasiConfig.builder().stdout(written).build();
    String line = "line " + random.nextLong() + "\n";
    int lines = 1 + random.nextInt(20);
    int many = random.nextInt(100_000);
    try (var store = new Store(in.engine(), StoreConfig.defaults().withWasi(wasi))) {
      Instance prober = in.prober().instantiate(store);
      for (int i = 0; i < lines; i++) {
        prober.func("print").call(line);
      }
      prober.func("print-many").call((long) many);
    }
    expectBytes(
        (line.repeat(lines) + "x".repeat(many)).getBytes(StandardCharsets.UTF_8),
        written.toByteArray());
  }

  private void useFiles() throws IOException {
    SoakGuests.InEngine in = engine();
    Path folder = Files.createTempDirectory("switchblade-soak-");
    Path file = folder.resolve("file");
    try {
      var wasi =
          WasiConfig.builder()
              .preopen(folder, "/data", Access.READ, Access.WRITE, Access.CREATE)
              .build();
      try (var store = new Store(in.engine(), StoreConfig.defaults().withWasi(wasi))) {
        Instance prober = in.prober().instantiate(store);
        byte[] written = bytes(50_000);
        expect(true, isOk(prober.func("write-file").call("/data/file", written)));
        expectBytes(written, Files.readAllBytes(file));
        byte[] changed = bytes(50_000);
        Files.write(file, changed);
        Object read = prober.func("read-file").call("/data/file");
        expectBytes(changed, read instanceof Result<?, ?> result ? result.orElseThrow() : null);
        expect(Result.ok(List.of("file")), prober.func("list-directory").call("/data"));
        expect(false, isOk(prober.func("read-file").call("/data/../../etc/passwd")));
        // Closing the store closes them.
        expect(Result.ok(5), prober.func("raw-hold-open").call(0, "file", 5));
      }
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static boolean isOk(@Nullable Object result) {
    return result instanceof Result<?, ?> either && either.isOk();
  }

  // ---- The JVM itself

  /** Keeps what it has made for as long as the method runs. */
  private void litter() {
    List<byte[]> garbage = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      garbage.add(new byte[random.nextInt(20_000)]);
    }
    for (int i = 0; i < 20; i++) {
      @Nullable String text = i % 2 == 0 ? null : "x";
      expect(i % 2, lengthOf(text));
    }
    int turn = random.nextInt(50);
    if (turn == 0) {
      System.gc();
    } else if (turn < 4) {
      overflow();
    }
    expect(50, garbage.size());
  }

  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // an implicit null check of compiled code
  private static int lengthOf(@Nullable String text) {
    try {
      return text.length();
    } catch (NullPointerException e) {
      return 0;
    }
  }

  private static void overflow() {
    try {
      descend(0);
      throw new WrongResultException("the stack has no end");
    } catch (StackOverflowError e) {
      // As it should be.
    }
  }

  private static int descend(int depth) {
    return depth == Integer.MIN_VALUE ? 0 : 1 + descend(depth + 1) % 7;
  }
}
