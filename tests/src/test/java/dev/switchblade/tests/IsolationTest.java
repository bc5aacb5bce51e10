package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple;
import dev.switchblade.tests.EndlessGuest.Kind;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores in one process have nothing of each other's: each of these tries to get it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class IsolationTest {

  private static final int PAGE = 1 << 16;

  /** Looks for anything that isn't zero where nothing has been written, and leaves a secret. */
  private static final String SNOOP =
      """
      (component
        (core module $m
          (memory 4 8)
          (global $g (mut i32) (i32.const 0))
          (table $t 8 funcref)
          (func $f)
          (elem declare func $f)
          ;; The address of the first byte that isn't zero; -1 if all are.
          (func $search (export "search") (result i32) (local $at i32) (local $end i32)
            (local.set $end (i32.mul (memory.size) (i32.const 65536)))
            (loop $next
              (if (i64.ne (i64.load (local.get $at)) (i64.const 0))
                (then (return (local.get $at))))
              (local.set $at (i32.add (local.get $at) (i32.const 8)))
              (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
            (if (i32.ne (global.get $g) (i32.const 0)) (then (return (i32.const -2))))
            (if (i32.eqz (ref.is_null (table.get $t (i32.const 3))))
              (then (return (i32.const -3))))
            (i32.const -1))
          (func (export "grow-and-search") (result i32)
            (drop (memory.grow (i32.const 4)))
            (call $search))
          (func (export "fill") (param i32)
            (drop (memory.grow (i32.const 4)))
            (memory.fill
              (i32.const 0) (local.get 0) (i32.mul (memory.size) (i32.const 65536)))
            (global.set $g (i32.const 1))
            (table.set $t (i32.const 3) (ref.func $f)))
          (func (export "peek") (param i32) (result i32) (i32.load8_u (local.get 0))))
        (core instance $m (instantiate $m))
        (func (export "search") (result s32) (canon lift (core func $m "search")))
        (func (export "grow-and-search") (result s32)
          (canon lift (core func $m "grow-and-search")))
        (func (export "fill") (param "byte" u8) (canon lift (core func $m "fill")))
        (func (export "peek") (param "at" u32) (result u8) (canon lift (core func $m "peek"))))
      """;

  @TempDir Path folder;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static Engine engine(boolean pooled, long keepResident) {
    return pooled
        ? Engine.builder()
            .pooling(
                Engine.Pooling.of(2).withMemoryBytes(8 * PAGE).withKeepResidentBytes(keepResident))
            .build()
        : Engine.create();
  }

  // ---- Memory

  /** Also where the one has the place in memory that the other had before. */
  @ParameterizedTest
  @CsvSource({"false, 0", "true, 0", "true, 65536", "true, 1048576"})
  void memoryIsZeroWhateverWasThereBefore(boolean pooled, long keepResident) {
    try (Engine engine = engine(pooled, keepResident);
        Component component = engine.compileText(SNOOP);
        InstancePre pre = new Linker(engine).instantiatePre(component)) {
      for (int i = 0; i < 30; i++) {
        try (var store = new Store(engine)) {
          Instance instance = pre.instantiate(store);
          assertEquals(-1, instance.func("search").call());
          assertEquals(-1, instance.func("grow-and-search").call());
          instance.func("fill").call(1 + i);
          if (i % 3 == 0) {
            // Ends otherwise than it should.
            assertThrows(GuestException.class, () -> instance.func("peek").call(-1));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void memoryOfOpenStoresIsApart(boolean pooled) {
    try (Engine engine = engine(pooled, 0);
        Component component = engine.compileText(SNOOP);
        InstancePre pre = new Linker(engine).instantiatePre(component);
        var one = new Store(engine);
        var other = new Store(engine)) {
      Instance first = pre.instantiate(one);
      Instance second = pre.instantiate(other);
      first.func("fill").call(0x11);
      assertEquals(-1, second.func("grow-and-search").call());
      second.func("fill").call(0x22);
      for (int at : new int[] {0, PAGE, 8 * PAGE - 1}) {
        assertEquals((byte) 0x11, number(first.func("peek").call(at)));
        assertEquals((byte) 0x22, number(second.func("peek").call(at)));
      }
      // Beyond the end there is nothing of anybody's.
      assertThrows(GuestException.class, () -> first.func("peek").call(8 * PAGE));
      assertEquals((byte) 0x22, number(second.func("peek").call(0)));
    }
  }

  private static byte number(Object value) {
    return ((Number) value).byteValue();
  }

  /** Offsets up to 4 GiB beyond the end reach no other memory of the pool. */
  @Test
  void noAddressReachesAnotherStoresMemory() {
    try (Engine engine = engine(true, 0);
        Component component = engine.compileText(SNOOP);
        InstancePre pre = new Linker(engine).instantiatePre(component)) {
      var random = new Random(1);
      for (int i = 0; i < 200; i++) {
        int at = i < 32 ? Integer.MIN_VALUE >> i : 8 * PAGE + random.nextInt(1 << 30);
        try (var victim = new Store(engine);
            var attacker = new Store(engine)) {
          Instance full = pre.instantiate(victim);
          full.func("fill").call(0x55);
          Func peek = pre.instantiate(attacker).func("peek");
          assertThrows(GuestException.class, () -> peek.call(at));
        }
      }
    }
  }

  // ---- Handles

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aResourceOfAnotherStoreIsRefused(Kind kind) {
    try (Component component = kind.engine.compileText(CounterGuest.TEXT);
        var one = new Store(kind.engine);
        var other = new Store(kind.engine)) {
      var linker = new Linker(kind.engine);
      linker.root().func("log", call -> null).func("h", call -> null);
      Instance first = linker.instantiate(one, component);
      Instance second = linker.instantiate(other, component);
      // The same number in either store.
      Resource mine = (Resource) first.func("[constructor]counter").call(5);
      Resource theirs = (Resource) second.func("[constructor]counter").call(6);
      for (String function : List.of("take", "echo", "[method]counter.get")) {
        var exception =
            assertThrows(IllegalArgumentException.class, () -> second.func(function).call(mine));
        assertTrue(exception.getMessage().contains("another store"), exception.getMessage());
      }
      assertEquals(5, first.func("[method]counter.get").call(mine));
      assertEquals(6, second.func("[method]counter.get").call(theirs));
      assertEquals(5, first.func("take").call(mine));
      assertEquals(6, second.func("take").call(theirs));
    }
  }

  private StoreConfig granted(String name) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    Files.writeString(own.resolve("common"), name);
    Files.writeString(own.resolve("only-" + name), name);
    var wasi =
        WasiConfig.builder()
            .args("program", name)
            .env("NAME", name)
            .env("ONLY_" + name, "1")
            .workingDirectory("/" + name)
            .preopen(own, "/data", Access.READ, Access.WRITE, Access.CREATE)
            .build();
    return StoreConfig.defaults().withLabel(name).withWasi(wasi);
  }

  private static Result<?, ?> result(Object value) {
    return (Result<?, ?>) value;
  }

  private static byte[] bytes(Object value) {
    return (byte[]) result(value).orElseThrow();
  }

  /** One has opened files, streams and pollables; the other has the same numbers to try. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatOneStoreHasOpenAnotherCannotUse(Kind kind) throws IOException {
    try (var rich = new Store(kind.engine, granted("rich"));
        var poor = new Store(kind.engine)) {
      Instance holder = kind.prober(rich);
      Instance thief = kind.prober(poor);
      assertEquals(Result.ok(60), holder.func("raw-hold-open").call(0, "common", 60));
      assertEquals(60, holder.func("keep-pollables").call(60));
      assertEquals(List.of(), thief.func("preopens").call());
      for (int index = 0; index < 100; index++) {
        assertEquals(
            Result.err("NoPreopen"),
            thief.func("raw-open").call(index, "common", false, false, true));
      }
      assertFalse(result(thief.func("read-file").call("/data/common")).isOk());
      assertFalse(result(thief.func("read-file").call("common")).isOk());
      assertArrayEquals(
          "rich".getBytes(StandardCharsets.UTF_8),
          bytes(holder.func("read-file").call("/data/common")));
    }
  }

  // ---- Files, environment, output

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachStoreHasItsOwnFilesUnderTheSamePath(Kind kind) throws IOException {
    try (var one = new Store(kind.engine, granted("one"));
        var other = new Store(kind.engine, granted("other"))) {
      Instance first = kind.prober(one);
      Instance second = kind.prober(other);
      assertArrayEquals(
          "one".getBytes(StandardCharsets.UTF_8),
          bytes(first.func("read-file").call("/data/common")));
      assertArrayEquals(
          "other".getBytes(StandardCharsets.UTF_8),
          bytes(second.func("read-file").call("/data/common")));
      assertEquals(
          Result.ok(List.of("common", "only-one")), first.func("list-directory").call("/data"));
      for (String path :
          List.of(
              "/data/only-other",
              "/data/../other/only-other",
              "/other/only-other",
              "/data/../../" + folder.getFileName() + "/other/only-other",
              folder.resolve("other").resolve("only-other").toString())) {
        assertFalse(result(first.func("read-file").call(path)).isOk(), path);
        if (!path.startsWith("/data/only")) {
          assertFalse(
              result(first.func("write-file").call(path + "-new", new byte[] {1})).isOk(), path);
        }
      }
      assertTrue(result(first.func("write-file").call("/data/common", new byte[] {7})).isOk());
      assertArrayEquals(
          "other".getBytes(StandardCharsets.UTF_8),
          bytes(second.func("read-file").call("/data/common")));
      try (var names = Files.list(folder.resolve("other"))) {
        assertEquals(2, names.count());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachStoreHasItsOwnArgumentsAndEnvironment(Kind kind) throws IOException {
    try (var one = new Store(kind.engine, granted("one"));
        var other = new Store(kind.engine, granted("other"));
        var none = new Store(kind.engine)) {
      for (var of : List.of("one", "other", "one")) {
        Instance prober = kind.prober(of.equals("one") ? one : other);
        assertEquals(List.of("program", of), prober.func("args").call());
        assertEquals(
            List.of(Tuple.of("NAME", of), Tuple.of("ONLY_" + of, "1")),
            prober.func("environment").call());
      }
      Instance prober = kind.prober(none);
      assertEquals(List.of(), prober.func("args").call());
      assertEquals(List.of(), prober.func("environment").call());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachStoresOutputGoesToItsOwn(Kind kind) throws Exception {
    List<List<String>> lines = new ArrayList<>();
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<String> own = Collections.synchronizedList(new ArrayList<>());
      lines.add(own);
      String name = "store " + i;
      var wasi = WasiConfig.builder().stdout(own::add).build();
      tasks.add(
          start(
              () -> {
                try (var store = new Store(kind.engine, StoreConfig.defaults().withWasi(wasi))) {
                  Func print = kind.prober(store).func("print");
                  for (int n = 0; n < 200; n++) {
                    print.call(name + "\n");
                  }
                }
              }));
    }
    for (var task : tasks) {
      task.get();
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(Collections.nCopies(200, "store " + i), lines.get(i));
    }
  }

  // ---- Failures

  private static FutureTask<Void> start(Work work) {
    var task =
        new FutureTask<Void>(
            () -> {
              work.run();
              return null;
            });
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private interface Work {
    void run() throws Exception;
  }

  private static final List<String> FAILURES =
      List.of("panic", "recurse", "allocate", "spin", "keep-pollables");

  /** Fails in a store of its own, in one of several ways. */
  private static void fail(Kind kind, InstancePre pre, int turn) {
    Limits limits =
        Limits.defaults()
            .withMemoryBytes(4 << 20)
            .withHandles(100)
            .withDeadline(Duration.ofMillis(200));
    try (var store = new Store(kind.engine, limits)) {
      Instance instance = pre.instantiate(store);
      String function = FAILURES.get(turn % FAILURES.size());
      Object[] arguments =
          switch (function) {
            case "panic" -> new Object[] {"on purpose"};
            case "allocate" -> new Object[] {100L << 20};
            case "keep-pollables" -> new Object[] {1_000};
            default -> new Object[0];
          };
      assertThrows(GuestException.class, () -> instance.func(function).call(arguments));
    } catch (ResourceLimitException e) {
      // Instantiating alone can take that long on a busy machine.
      assertEquals(ResourceLimitException.Limit.DEADLINE, e.limit());
    }
  }

  /** All of one engine, one component, and one pre-instantiation. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void failuresDoNotReachStoresThatRunAtTheSameTime(Kind kind) throws Exception {
    var over = new AtomicBoolean();
    List<FutureTask<Void>> calm = new ArrayList<>();
    try (InstancePre pre = new Linker(kind.engine).instantiatePre(kind.prober)) {
      long expected;
      try (var store = new Store(kind.engine)) {
        expected = (long) pre.instantiate(store).func("spin-for").call(200_000L);
      }
      for (int thread = 0; thread < 2; thread++) {
        calm.add(
            start(
                () -> {
                  Limits limits = Limits.defaults().withHandles(5_000);
                  try (var store = new Store(kind.engine, limits)) {
                    Instance instance = pre.instantiate(store);
                    long kept = 0;
                    int pollables = 0;
                    for (int n = 0; !over.get() || n < 10; n++) {
                      assertEquals(expected, instance.func("spin-for").call(200_000L));
                      if (n < 500) {
                        kept += 1_000;
                        assertEquals(kept, instance.func("allocate").call(1_000L));
                        pollables += 2;
                        assertEquals(pollables, instance.func("keep-pollables").call(2));
                      }
                      instance.func("sleep-for").call(10_000L);
                    }
                  }
                }));
      }
      List<FutureTask<Void>> failing = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        int first = thread;
        failing.add(
            start(
                () -> {
                  for (int i = 0; i < 60; i++) {
                    fail(kind, pre, first + i);
                  }
                }));
      }
      for (var task : failing) {
        task.get();
      }
      over.set(true);
      for (var task : calm) {
        task.get();
      }
    }
  }
}
