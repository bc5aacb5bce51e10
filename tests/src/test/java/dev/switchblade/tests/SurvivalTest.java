package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.GuestExitException;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.StackSpaceException;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.bindings.NativeLibrary;
import dev.switchblade.wasi.WasiConfig;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM survives its guests, and guests survive what the JVM does meanwhile. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class SurvivalTest {

  /** What a function of {@link #FAILING} ends with: a trap's code, or the name of an exception. */
  private static final List<String[]> ENDS =
      List.of(
          new String[] {"unreachable", "UNREACHABLE"},
          new String[] {"load", "MEMORY_OUT_OF_BOUNDS"},
          new String[] {"store", "MEMORY_OUT_OF_BOUNDS"},
          new String[] {"fill", "MEMORY_OUT_OF_BOUNDS"},
          new String[] {"divide", "INTEGER_DIVISION_BY_ZERO"},
          new String[] {"remainder", "INTEGER_DIVISION_BY_ZERO"},
          new String[] {"overflow", "INTEGER_OVERFLOW"},
          new String[] {"convert", "BAD_CONVERSION_TO_INTEGER"},
          new String[] {"call-null", "INDIRECT_CALL_TO_NULL"},
          new String[] {"call-wrong", "BAD_SIGNATURE"},
          new String[] {"call-beyond", "TABLE_OUT_OF_BOUNDS"},
          new String[] {"table", "TABLE_OUT_OF_BOUNDS"},
          new String[] {"recurse", "STACK_OVERFLOW"},
          new String[] {"spin", "FUEL"},
          new String[] {"interrupt", "interrupted"},
          new String[] {"host", "host"});

  /** A function for each way to end; {@code host} calls the host first. */
  private static final String FAILING =
      """
      (component
        (import "h" (func $h))
        (core func $h-core (canon lower (func $h)))
        (core module $m
          (import "" "h" (func $h))
          (memory 1)
          (table 4 funcref)
          (type $nullary (func))
          (type $unary (func (param i32)))
          (elem (i32.const 1) $innocent)
          (func $innocent)
          (func (export "unreachable") unreachable)
          (func (export "load") (drop (i32.load (i32.const -8))))
          (func (export "store") (i64.store (i32.const 65533) (i64.const 1)))
          (func (export "fill") (memory.fill (i32.const 65000) (i32.const 1) (i32.const 1000)))
          (func (export "divide") (drop (i32.div_u (i32.const 1) (i32.load (i32.const 0)))))
          (func (export "remainder") (drop (i64.rem_s (i64.const 1) (i64.load (i32.const 0)))))
          (func (export "overflow")
            (drop
              (i32.div_s
                (i32.const 0x80000000) (i32.sub (i32.load (i32.const 0)) (i32.const 1)))))
          (func (export "convert") (drop (i64.trunc_f64_s (f64.const nan))))
          (func (export "call-null") (call_indirect (type $nullary) (i32.const 0)))
          (func (export "call-wrong") (call_indirect (type $unary) (i32.const 5) (i32.const 1)))
          (func (export "call-beyond") (call_indirect (type $nullary) (i32.const 4)))
          (func (export "table") (drop (table.get (i32.const 100))))
          (func $recurse (export "recurse") (call $recurse) (call $innocent))
          (func (export "spin") (loop $again (br $again)))
          (func (export "interrupt") (call $h) (loop $again (br $again)))
          (func (export "host") (call $h))
          (func (export "add") (param i32 i32) (result i32)
            (i32.add (local.get 0) (local.get 1))))
        (core instance $m (instantiate $m (with "" (instance (export "h" (func $h-core))))))
        %s
        (func (export "add") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $m "add"))))
      """
          .formatted(exports());

  private static String exports() {
    var exports = new StringBuilder();
    for (String[] end : ENDS) {
      exports.append(
          "(func (export \"%1$s\") (canon lift (core func $m \"%1$s\")))\n".formatted(end[0]));
    }
    return exports.toString();
  }

  @TempDir Path folder;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private interface Work {
    void run() throws Exception;
  }

  private static FutureTask<Void> task(Work work) {
    return new FutureTask<>(
        () -> {
          work.run();
          return null;
        });
  }

  private static FutureTask<Void> start(boolean virtual, Work work) {
    var task = task(work);
    if (virtual) {
      Thread.ofVirtual().start(task);
    } else {
      Thread.ofPlatform().daemon().start(task);
    }
    return task;
  }

  private static int lengthOf(@Nullable String text) {
    return text.length();
  }

  private static int recurse(int depth) {
    return depth == Integer.MIN_VALUE ? 0 : 1 + recurse(depth + 1) % 7;
  }

  /** Faults of HotSpot's own: implicit null checks in compiled code, and the end of the stack. */
  private static void fault(int turn) {
    for (int n = 0; n < 20; n++) {
      try {
        assertEquals(1, lengthOf(n % 2 == 0 ? null : "x"));
      } catch (NullPointerException e) {
        assertEquals(0, n % 2);
      }
    }
    if (turn % 50 == 0) {
      assertThrows(StackOverflowError.class, () -> recurse(0));
    }
  }

  /** Ends a guest in one way, and checks that it was that way. */
  private static void end(Engine engine, InstancePre pre, int turn) {
    String[] end = ENDS.get(turn % ENDS.size());
    try (var store = new Store(engine, Limits.defaults().withFuel(500_000))) {
      CURRENT.set(store);
      Instance instance = pre.instantiate(store);
      assertEquals(turn + 1, instance.func("add").call(turn, 1));
      Func func = instance.func(end[0]);
      GuestException exception = assertThrows(GuestException.class, func::call, end[0]);
      switch (exception) {
        case TrapException trap -> assertEquals(TrapCode.valueOf(end[1]), trap.code());
        case ResourceLimitException limit -> assertEquals(end[1], limit.limit().name());
        case GuestInterruptedException e -> assertEquals("interrupted", end[1]);
        case HostFunctionException e -> assertEquals("host", end[1]);
        case GuestExitException e -> throw new AssertionError(end[0], e);
      }
    } finally {
      CURRENT.remove();
    }
  }

  /** The store that a thread is in, for the host function to interrupt. */
  private static final ThreadLocal<Store> CURRENT = new ThreadLocal<>();

  private static Linker linker(Engine engine) {
    var linker = new Linker(engine);
    linker
        .root()
        .func(
            "h",
            call -> {
              // The guest of "interrupt" goes on into a loop, that of "host" ends here.
              if (FAILS.get()) {
                throw new IllegalStateException("the host gives up");
              }
              CURRENT.get().interrupt();
              return null;
            });
    return linker;
  }

  /** Whether the host function of a thread fails. */
  private static final ThreadLocal<Boolean> FAILS = ThreadLocal.withInitial(() -> false);

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void everyKindOfEndWhileTheJvmHasFaultsAndCollectsGarbage(boolean concurrent, boolean virtual)
      throws Exception {
    var over = new AtomicBoolean();
    try (Engine engine =
            Engine.builder().interruptible(true).fuel(true).concurrency(concurrent).build();
        Component component = engine.compileText(FAILING);
        InstancePre pre = linker(engine).instantiatePre(component)) {
      List<FutureTask<Void>> background = new ArrayList<>();
      background.add(
          start(
              false,
              () -> {
                while (!over.get()) {
                  System.gc();
                  Thread.sleep(5);
                }
              }));
      background.add(
          start(
              false,
              () -> {
                List<byte[]> garbage = new ArrayList<>();
                for (int i = 0; !over.get(); i++) {
                  fault(i);
                  garbage.add(new byte[10_000 + i % 5_000]);
                  if (garbage.size() > 200) {
                    garbage.clear();
                  }
                }
              }));
      List<FutureTask<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        int first = thread * 5;
        tasks.add(
            start(
                virtual && thread % 2 == 0,
                () -> {
                  for (int i = 0; i < 15 * ENDS.size(); i++) {
                    int turn = first + i;
                    FAILS.set(ENDS.get(turn % ENDS.size())[0].equals("host"));
                    fault(i);
                    end(engine, pre, turn);
                  }
                }));
      }
      for (var task : tasks) {
        task.get();
      }
      over.set(true);
      for (var task : background) {
        task.get();
      }
    }
  }

  /** What waits in WASI is ended on some threads, and goes on undisturbed on others. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void guestsThatWaitWhileTheJvmCollectsGarbage(boolean concurrent) throws Exception {
    Limits limits = Limits.defaults().withDeadline(Duration.ofMillis(200));
    try (Engine engine = Engine.builder().interruptible(true).concurrency(concurrent).build();
        Component component = engine.compile(Guests.file("prober.wasm"));
        InstancePre pre = new Linker(engine).instantiatePre(component)) {
      var over = new AtomicBoolean();
      FutureTask<Void> collector =
          start(
              false,
              () -> {
                for (int i = 0; !over.get(); i++) {
                  System.gc();
                  fault(i);
                }
              });
      List<FutureTask<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        boolean endless = thread % 2 == 0;
        tasks.add(
            start(
                thread >= 2,
                () -> {
                  for (int i = 0; i < 15; i++) {
                    fault(i);
                    try (var store = new Store(engine, endless ? limits : Limits.defaults())) {
                      Instance instance = pre.instantiate(store);
                      if (endless) {
                        assertThrows(
                            ResourceLimitException.class,
                            () -> instance.func("poll-forever").call());
                      } else {
                        instance.func("sleep-for").call(2_000_000L);
                        assertEquals(1_000L, instance.func("allocate").call(1_000L));
                      }
                    } catch (ResourceLimitException e) {
                      // Instantiating alone can take that long between two collections.
                      assertTrue(endless, e.getMessage());
                    }
                  }
                }));
      }
      for (var task : tasks) {
        task.get();
      }
      over.set(true);
      collector.get();
    }
  }

  // ---- Stacks

  /** A thread's stack may be one that is left over from a larger thread: then the guest runs. */
  @ParameterizedTest
  @CsvSource({
    "false, 128", "false, 192", "false, 256", "false, 512",
    "true, 128", "true, 192", "true, 256", "true, 512"
  })
  void deepRecursionInWasiGuestsOnSmallThreads(boolean concurrent, int kibibytes) throws Exception {
    EndlessGuest.Kind kind = concurrent ? EndlessGuest.Kind.CONCURRENT : EndlessGuest.Kind.PLAIN;
    try (var store = new Store(kind.engine)) {
      Instance instance = kind.prober(store);
      for (String function : List.of("recurse", "poll-forever")) {
        var task =
            task(
                () -> {
                  try {
                    Thread.currentThread().interrupt();
                    instance.func(function).call();
                  } catch (StackSpaceException e) {
                    assertTrue(e.getMessage().contains(" KiB of stack left"), e.getMessage());
                  } catch (TrapException e) {
                    assertEquals(TrapCode.STACK_OVERFLOW, e.code());
                  } catch (GuestInterruptedException | IllegalStateException e) {
                    // It had the stack after all, and so lost the store.
                  }
                });
        Thread thread = new Thread(null, task, "small", (long) kibibytes << 10);
        thread.start();
        task.get();
        thread.join();
      }
    }
  }

  @Test
  void aThreadThatIsTooSmallIsRefused() throws Exception {
    try (var store = new Store(EndlessGuest.Kind.PLAIN.engine)) {
      Instance instance = EndlessGuest.Kind.PLAIN.prober(store);
      var task =
          task(
              () -> assertThrows(StackSpaceException.class, () -> instance.func("recurse").call()));
      Thread thread = new Thread(null, task, "small", 160 << 10);
      thread.start();
      task.get();
      // Nothing has run.
      assertEquals(5L, instance.func("allocate").call(5L));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deepRecursionInWasiGuestsOnVirtualThreads(boolean concurrent) throws Exception {
    EndlessGuest.Kind kind = concurrent ? EndlessGuest.Kind.CONCURRENT : EndlessGuest.Kind.PLAIN;
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tasks.add(
          start(
              true,
              () -> {
                try (var store = new Store(kind.engine)) {
                  Func recurse = kind.prober(store).func("recurse");
                  var trap = assertThrows(TrapException.class, recurse::call);
                  assertEquals(TrapCode.STACK_OVERFLOW, trap.code());
                }
              }));
    }
    for (var task : tasks) {
      try {
        task.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }
  }

  @Test
  void deepRecursionOnTheMainThread() throws Exception {
    var jvm = new ForkedJvm(folder, Program.class, "recurse");
    assertEquals("STACK_OVERFLOW STACK_OVERFLOW survived", jvm.ends(0));
  }

  // ---- The end of the JVM

  @ParameterizedTest
  @ValueSource(strings = {"exit", "halt", "return", "exit-in-host", "exit-in-hook"})
  void theJvmEndsWhileGuestsRunAndWait(String how) throws Exception {
    for (int i = 0; i < 3; i++) {
      var jvm = new ForkedJvm(folder, Program.class, how);
      assertEquals("running", jvm.ends(how.equals("return") ? 0 : 17));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes are ended otherwise there")
  void theJvmIsToldToEndWhileGuestsRunAndWait() throws Exception {
    var jvm = new ForkedJvm(folder, Program.class, "wait");
    var ready = new byte["running".length()];
    assertEquals(ready.length, jvm.process().getInputStream().readNBytes(ready, 0, ready.length));
    assertEquals("running", new String(ready, StandardCharsets.UTF_8));
    // Not Process.destroy(), which closes the stream too.
    jvm.process().toHandle().destroy();
    jvm.ends(128 + 15);
  }

  // ---- Class loaders

  /** Wasmtime takes instantiations apart when it compiles: each level has twice as many. */
  @Test
  void partsThatInstantiateEachOtherWithoutBoundAreRefused(@TempDir Path folder) throws Exception {
    Trials.assertSurvived(folder, SurvivalTest.class, "compileDoubling");
  }

  /** They are counted before anything is validated: a chain of them must not be followed. */
  @Test
  void instancesOfInstancesInALongChainAreRefused(@TempDir Path folder) throws Exception {
    Trials.assertSurvived(folder, SurvivalTest.class, "compileChain");
  }

  static void compileChain() {
    var text = new StringBuilder("(component (component $c) (instance $i0 (instantiate $c))");
    for (int i = 1; i < 100_000; i++) {
      text.append("(instance $i%d (export \"a\" (instance $i%d)))".formatted(i, i - 1));
    }
    assertThrows(CompilationException.class, () -> Guests.wat(text.append(")").toString()));
    HealthyJvm.assertCallsWork();
  }

  static void compileDoubling() {
    var text = new StringBuilder("(component (component $c0)");
    for (int i = 1; i <= 60; i++) {
      text.append(
          """
          (component $c%2$d (alias outer 1 $c%1$d (component $c))
            (instance (instantiate $c)) (instance (instantiate $c)))
          """
              .formatted(i - 1, i));
    }
    text.append("(instance (instantiate $c60)))");
    var refused = assertThrows(CompilationException.class, () -> Guests.wat(text.toString()));
    assertTrue(refused.getMessage().contains("instantiate each other"), refused.getMessage());
    HealthyJvm.assertCallsWork();
  }

  /** Those who read types within types do so by recursion. */
  @Test
  void typesWithinTypesWithoutEndAreRefused(@TempDir Path folder) throws Exception {
    Trials.assertSurvived(folder, SurvivalTest.class, "readNestedTypes");
  }

  /** Types that have others twice are written out whenever they are asked for. */
  @Test
  void typesThatDoubleAreRefused(@TempDir Path folder) throws Exception {
    Trials.assertSurvived(folder, SurvivalTest.class, "writeDoublingTypes");
  }

  static void readNestedTypes() {
    for (int kind : new int[] {0x41, 0x42}) {
      for (int depth : new int[] {101, 2_500, 1_000_000}) {
        byte[] component = nestedTypes(kind, depth);
        var refused =
            assertThrows(CompilationException.class, () -> Guests.ENGINE.compile(component));
        assertTrue(refused.getMessage().contains("more than 100 deep"), refused.getMessage());
      }
    }
    HealthyJvm.assertCallsWork();
  }

  /** A component with a type of an instance or component in one of an instance or component, … */
  private static byte[] nestedTypes(int kind, int depth) {
    int length = 1 + 3 * (depth - 1) + 2;
    var bytes = ByteBuffer.allocate(14 + length);
    bytes.put(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0, 7});
    for (int rest = length, i = 0; i < 5; i++, rest >>>= 7) {
      bytes.put((byte) ((rest & 0x7f) | (i < 4 ? 0x80 : 0)));
    }
    bytes.put((byte) 1);
    for (int i = 1; i < depth; i++) {
      bytes.put((byte) kind).put((byte) 1).put((byte) 1);
    }
    return bytes.put((byte) kind).put((byte) 0).array();
  }

  static void writeDoublingTypes() {
    String name = "n".repeat(90_000);
    var text = new StringBuilder("(component ");
    for (int i = 0; i < 2; i++) {
      text.append("(type $i%d (instance (export \"%s\" (func))))".formatted(i, name));
    }
    for (int i = 2; i < 28; i++) {
      text.append(
          """
          (type $i%d (instance
            (alias outer 1 $i%d (type $a)) (alias outer 1 $i%d (type $b))
            (export "a" (instance (type $a))) (export "b" (instance (type $b)))))
          """
              .formatted(i, i - 1, i - 2));
    }
    text.append("(import \"x\" (instance (type $i27))))");
    var refused = assertThrows(CompilationException.class, () -> Guests.wat(text.toString()));
    assertTrue(refused.getMessage().contains("more than 16 MiB"), refused.getMessage());
    HealthyJvm.assertCallsWork();
  }

  /** Each has classes of its own; the library underneath is one. */
  @Test
  void theLibraryWorksInSeveralClassLoadersAtOnceAndOneAfterAnother() throws Exception {
    var jvm = new ForkedJvm(folder, Program.class, "class-loaders");
    assertEquals("42 42 42 42 42 survived", jvm.ends(0));
  }

  /** The programs that run in JVMs of their own. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws Exception {
      switch (arguments[0]) {
        case "recurse" -> recurse();
        case "class-loaders" -> classLoaders();
        default -> end(arguments[0]);
      }
    }

    private static void recurse() {
      for (EndlessGuest.Kind kind : EndlessGuest.Kind.values()) {
        for (int i = 0; i < 3; i++) {
          try (var store = new Store(kind.engine)) {
            kind.prober(store).func("recurse").call();
          } catch (TrapException e) {
            System.out.print(i == 0 ? e.code() + " " : "");
          }
        }
      }
      System.out.println("survived");
    }

    /** Has guests run, wait and be made in many threads, and ends the JVM under them. */
    private static void end(String how) throws InterruptedException {
      var begun = new CountDownLatch(2);
      for (EndlessGuest.Kind kind : EndlessGuest.Kind.values()) {
        for (var what : EndlessGuest.Endless.values()) {
          daemon(
              () -> {
                try (var store = new Store(kind.engine)) {
                  kind.call(store, what);
                }
              });
        }
        daemon(
            () -> {
              try (var store = new Store(kind.engine)) {
                kind.spinner(
                        store,
                        call -> {
                          begun.countDown();
                          Thread.sleep(Duration.ofHours(1));
                          return null;
                        })
                    .func("spin")
                    .call();
              }
            });
        daemon(
            () -> {
              var wasi = WasiConfig.builder().stdout(line -> {}).build();
              while (true) {
                try (var store = new Store(kind.engine, StoreConfig.defaults().withWasi(wasi))) {
                  Instance instance = kind.prober(store);
                  instance.func("print").call("text\n");
                  instance.func("panic").call("on purpose");
                } catch (TrapException e) {
                  // As it should be.
                }
              }
            });
      }
      daemon(
          () -> {
            while (true) {
              Guests.ENGINE.compile(Guests.file("calculator.wasm")).close();
            }
          });
      begun.await();
      Thread.sleep(200);
      System.out.println("running");
      System.out.flush();
      switch (how) {
        case "exit" -> System.exit(17);
        case "halt" -> Runtime.getRuntime().halt(17);
        case "exit-in-host" -> exitInHost();
        case "exit-in-hook" -> {
          // Guests can still be called while the JVM is ending.
          Runtime.getRuntime()
              .addShutdownHook(
                  new Thread(
                      () -> {
                        try (var store = new Store(EndlessGuest.Kind.PLAIN.engine)) {
                          EndlessGuest.Kind.PLAIN.prober(store).func("sleep-for").call(1_000L);
                        }
                      }));
          System.exit(17);
        }
        case "wait" -> Thread.sleep(Duration.ofHours(1));
        default -> {
          // Returns, with daemons only left.
        }
      }
    }

    private static void exitInHost() {
      try (var store = new Store(EndlessGuest.Kind.PLAIN.engine)) {
        EndlessGuest.Kind.PLAIN
            .spinner(
                store,
                call -> {
                  System.exit(17);
                  return null;
                })
            .func("spin")
            .call();
      }
    }

    private static void daemon(Work work) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  work.run();
                } catch (Exception e) {
                  System.out.println(e);
                }
              });
    }

    private static void classLoaders() throws Exception {
      var results = new StringBuilder();
      results.append(Session.use()).append(' ');
      useAndDrop(results);
      collect();
      useAndDrop(results);
      collect();
      // Two at the same time, and the first one again.
      URLClassLoader one = loader();
      URLClassLoader other = loader();
      FutureTask<Void> task = start(false, () -> use(one));
      results.append(use(other)).append(' ');
      task.get();
      results.append(Session.use()).append(' ');
      collect();
      results.append(use(one) == 42 && use(other) == 42 ? "survived" : "lost");
      System.out.println(results);
    }

    private static void useAndDrop(StringBuilder results) throws Exception {
      try (URLClassLoader loader = loader()) {
        results.append(use(loader)).append(' ');
      }
    }

    private static void collect() throws InterruptedException {
      for (int i = 0; i < 10; i++) {
        System.gc();
        Thread.sleep(10);
      }
    }

    /** Loads Switchblade's classes anew, and those of these tests. */
    private static URLClassLoader loader() throws Exception {
      URL[] places = {
        ForkedJvm.placeOf(Session.class).toUri().toURL(),
        ForkedJvm.placeOf(Engine.class).toUri().toURL(),
        ForkedJvm.placeOf(NativeLibrary.class).toUri().toURL()
      };
      return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    private static int use(ClassLoader loader) throws Exception {
      Class<?> session = Class.forName(Session.class.getName(), true, loader);
      if (session.equals(Session.class) || !loader.equals(session.getClassLoader())) {
        throw new IllegalStateException("the class is not of its own loader");
      }
      var method = session.getDeclaredMethod("use");
      method.setAccessible(true);
      return (int) Objects.requireNonNull(method.invoke(null));
    }
  }

  /** What each class loader does: calls, traps, host functions, what is interrupted. */
  static final class Session {

    private Session() {}

    static int use() {
      int result = 0;
      try (Engine engine = Engine.builder().interruptible(true).build();
          Component component = engine.compileText(EndlessGuest.SPINNER)) {
        for (int i = 0; i < 20; i++) {
          try (var store = new Store(engine)) {
            Linker linker = new Linker(engine);
            linker
                .root()
                .func(
                    "begun",
                    call -> {
                      store.interrupt();
                      return null;
                    });
            Instance instance = linker.instantiate(store, component);
            result = (int) Objects.requireNonNull(instance.func("add").call(40, 2));
            instance.func("spin").call();
            return -1;
          } catch (GuestInterruptedException e) {
            // As it should be.
          }
        }
      }
      return result;
    }
  }
}
