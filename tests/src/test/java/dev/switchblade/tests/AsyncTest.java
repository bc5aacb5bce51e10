package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.AsyncHostFunction;
import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.WasmFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Component-model async: guests run on stacks of Wasmtime's own, where entering Java ends the JVM.
 * So each of these tests would end the run if something went there.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AsyncTest {

  static final Engine ENGINE =
      Engine.builder()
          .concurrency(true)
          .feature(WasmFeature.COMPONENT_MODEL_ASYNC_STACKFUL, true)
          .build();

  /** Imports a function that waits for Java and one that doesn't, and calls them in many ways. */
  private static final String WORKER =
      """
      (component
        (import "now" (func $now (param "x" u32) (result u32)))
        (import "later" (func $later async (param "x" u32) (result u32)))
        (core module $ends (memory (export "memory") 1))
        (core instance $ends (instantiate $ends))
        (core func $now-core (canon lower (func $now)))
        (core func $later-core (canon lower (func $later)))
        (core func $begin (canon lower (func $later) async (memory (core memory $ends "memory"))))
        (core func $return (canon task.return (result u32)))
        (core func $set (canon waitable-set.new))
        (core func $join (canon waitable.join))
        (core func $wait (canon waitable-set.wait (memory (core memory $ends "memory"))))
        (core func $cancel (canon subtask.cancel))
        (core func $drop (canon subtask.drop))
        (core module $m
          (import "" "memory" (memory 1))
          (import "" "now" (func $now (param i32) (result i32)))
          (import "" "later" (func $later (param i32) (result i32)))
          (import "" "begin" (func $begin (param i32 i32) (result i32)))
          (import "" "return" (func $return (param i32)))
          (import "" "set" (func $set (result i32)))
          (import "" "join" (func $join (param i32 i32)))
          (import "" "wait" (func $wait (param i32 i32) (result i32)))
          (import "" "cancel" (func $cancel (param i32) (result i32)))
          (import "" "drop" (func $drop (param i32)))
          (global $waiting (mut i32) (i32.const 0))

          (func (export "call-now") (param i32) (result i32) (call $now (local.get 0)))
          (func (export "call-now-async") (param i32) (call $return (call $now (local.get 0))))
          (func (export "call-later") (param i32) (call $return (call $later (local.get 0))))
          (func (export "many") (param $times i32) (result i32) (local $sum i32)
            (block $done
              (loop $next
                (br_if $done (i32.eqz (local.get $times)))
                (local.set $sum (i32.add (local.get $sum) (call $now (local.get $times))))
                (local.set $times (i32.sub (local.get $times) (i32.const 1)))
                (br $next)))
            (local.get $sum))

          (func $begin-in (param $x i32) (param $at i32) (param $set i32) (local $status i32)
            (local.set $status (call $begin (local.get $x) (local.get $at)))
            (if (i32.ne (i32.and (local.get $status) (i32.const 15)) (i32.const 2))
              (then
                (call $join (i32.shr_u (local.get $status) (i32.const 4)) (local.get $set))
                (global.set $waiting (i32.add (global.get $waiting) (i32.const 1))))))
          (func $wait-for-all (param $set i32)
            (block $done
              (loop $next
                (br_if $done (i32.eqz (global.get $waiting)))
                (if (i32.ne (call $wait (local.get $set) (i32.const 64)) (i32.const 1))
                  (then unreachable))
                (if (i32.eq (i32.load (i32.const 68)) (i32.const 2))
                  (then
                    (call $drop (i32.load (i32.const 64)))
                    (global.set $waiting (i32.sub (global.get $waiting) (i32.const 1)))))
                (br $next))))
          (func (export "both") (param $a i32) (param $b i32) (local $set i32)
            (local.set $set (call $set))
            (call $begin-in (local.get $a) (i32.const 16) (local.get $set))
            (call $begin-in (local.get $b) (i32.const 20) (local.get $set))
            (call $wait-for-all (local.get $set))
            (call $return (i32.add (i32.load (i32.const 16)) (i32.load (i32.const 20)))))
          (func (export "return-early") (param $x i32) (local $set i32)
            (local.set $set (call $set))
            (call $begin-in (local.get $x) (i32.const 16) (local.get $set))
            (call $return (i32.const 7))
            (call $wait-for-all (local.get $set)))
          (func (export "give-up") (param $x i32) (local $status i32)
            (local.set $status (call $begin (local.get $x) (i32.const 16)))
            ;; Waits for the host, and so lets it begin.
            (drop (call $now (i32.const 1)))
            (local.set $status (i32.shr_u (local.get $status) (i32.const 4)))
            (drop (call $cancel (local.get $status)))
            (call $drop (local.get $status))
            (call $return (i32.const 1)))
          (func (export "forget") (param $x i32) (drop (call $begin (local.get $x) (i32.const 16)))
            (call $return (i32.const 1)))
          (func (export "trap") unreachable))
        (core instance $m (instantiate $m (with "" (instance
          (export "memory" (memory $ends "memory"))
          (export "now" (func $now-core)) (export "later" (func $later-core))
          (export "begin" (func $begin)) (export "return" (func $return))
          (export "set" (func $set)) (export "join" (func $join)) (export "wait" (func $wait))
          (export "cancel" (func $cancel)) (export "drop" (func $drop))))))
        (func (export "call-now") (param "x" u32) (result u32)
          (canon lift (core func $m "call-now")))
        (func (export "call-now-async") async (param "x" u32) (result u32)
          (canon lift (core func $m "call-now-async") async))
        (func (export "call-later") async (param "x" u32) (result u32)
          (canon lift (core func $m "call-later") async))
        (func (export "many") (param "times" u32) (result u32) (canon lift (core func $m "many")))
        (func (export "both") async (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $m "both") async))
        (func (export "return-early") async (param "x" u32) (result u32)
          (canon lift (core func $m "return-early") async))
        (func (export "give-up") async (param "x" u32) (result u32)
          (canon lift (core func $m "give-up") async))
        (func (export "forget") async (param "x" u32) (result u32)
          (canon lift (core func $m "forget") async))
        (func (export "trap") (canon lift (core func $m "trap"))))
      """;

  private static final Component COMPONENT = ENGINE.compileText(WORKER);

  @AfterEach
  void theJvmIsHealthy() {
    HealthyJvm.assertCallsWork();
  }

  private static Linker linker() {
    var linker = new Linker(ENGINE);
    linker
        .root()
        .func("now", call -> call.int32(0) + 1)
        .asyncFunc("later", call -> CompletableFuture.completedFuture(call.int32(0) * 2));
    return linker;
  }

  private static Linker linker(AsyncHostFunction later) {
    var linker = new Linker(ENGINE);
    linker.root().func("now", call -> call.int32(0) + 1).asyncFunc("later", later);
    return linker;
  }

  private static Object call(Linker linker, String function, Object... arguments) {
    try (var store = new Store(ENGINE)) {
      return Objects.requireNonNull(
          linker.instantiate(store, COMPONENT).func(function).call(arguments));
    }
  }

  @Test
  void functionsOfAllKindsCallTheHost() {
    try (var store = new Store(ENGINE)) {
      Instance instance = linker().instantiate(store, COMPONENT);
      assertEquals(42, instance.func("call-now").call(41));
      assertEquals(42, instance.func("call-now-async").call(41));
      assertEquals(42, instance.func("call-later").call(21));
      assertEquals(42, instance.func("both").call(10, 11));
      assertTrue(instance.func("both").type().async());
      assertFalse(instance.func("many").type().async());
    }
  }

  @Test
  void aPlainFunctionServesAnAsyncImport() {
    var linker = new Linker(ENGINE);
    linker.root().func("now", call -> 0).func("later", call -> 42);
    assertEquals(42, call(linker, "call-later", 1));
  }

  /** Neither ends before both have begun. */
  @Test
  void twoHostFunctionsGoOnAtTheSameTime() {
    List<CompletableFuture<Integer>> begun = new ArrayList<>();
    var linker =
        linker(
            call -> {
              var result = new CompletableFuture<Integer>();
              begun.add(result);
              if (begun.size() == 2) {
                // In the other order.
                Thread.ofPlatform()
                    .start(
                        () -> {
                          begun.get(1).complete(40);
                          begun.get(0).complete(2);
                        });
              }
              return result;
            });
    assertEquals(42, call(linker, "both", 1, 2));
  }

  @Test
  void anExportBlocksUntilAnotherThreadHasEndedTheHostFunction() throws Exception {
    var result = new CompletableFuture<Integer>();
    var begun = new CompletableFuture<Integer>();
    var linker =
        linker(
            call -> {
              begun.complete(call.int32(0));
              return result;
            });
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Object> called = executor.submit(() -> call(linker, "call-later", 5));
      assertEquals(5, begun.get(1, TimeUnit.MINUTES));
      assertFalse(called.isDone());
      result.complete(42);
      assertEquals(42, called.get(1, TimeUnit.MINUTES));
    }
  }

  /**
   * What the JVM does with signals, safepoints and its own stack goes on inside of host functions.
   */
  @Test
  void hostFunctionsCollectGarbageThrowAndRecurse() {
    var linker = new Linker(ENGINE);
    linker
        .root()
        .func(
            "now",
            call -> {
              int x = call.int32(0);
              if (x % 20 == 0) {
                System.gc();
              }
              assertThrows(StackOverflowError.class, () -> recurse(1));
              Object nothing = x < 0 ? "" : null;
              assertThrows(NullPointerException.class, () -> nothing.hashCode());
              return new int[1000 + x].length - 1000;
            })
        .func("later", call -> 0);
    assertEquals(100 * 101 / 2, call(linker, "many", 100));
  }

  private static int recurse(int depth) {
    return depth == 0 ? 0 : recurse(depth + 1) + 1;
  }

  @Test
  void manyCallsFromCompiledCode() {
    assertEquals((int) (20_000L * 20_001 / 2 + 20_000), call(linker(), "many", 20_000));
  }

  @Test
  void whatAHostFunctionThrowsIsTheCause() {
    var thrown = new IllegalArgumentException("no");
    for (String function : List.of("call-now", "call-now-async")) {
      var linker = new Linker(ENGINE);
      linker
          .root()
          .func(
              "now",
              call -> {
                throw thrown;
              })
          .func("later", call -> 0);
      var exception = assertThrows(HostFunctionException.class, () -> call(linker, function, 1));
      assertSame(thrown, exception.getCause());
      assertTrue(exception.getMessage().contains("the host function now"), exception.getMessage());
    }
  }

  @Test
  void whatAnAsyncHostFunctionFailsWithIsTheCause() {
    var thrown = new IllegalArgumentException("no");
    List<AsyncHostFunction> failing =
        List.of(
            call -> {
              throw thrown;
            },
            call -> CompletableFuture.failedFuture(thrown),
            call ->
                CompletableFuture.supplyAsync(
                    () -> {
                      throw thrown;
                    }));
    for (var function : failing) {
      var exception =
          assertThrows(HostFunctionException.class, () -> call(linker(function), "call-later", 1));
      assertSame(thrown, exception.getCause());
      assertTrue(exception.getMessage().contains("the host function later"));
    }
  }

  @Test
  void aResultOfAnotherTypeStopsTheGuest() {
    var exception =
        assertThrows(
            HostFunctionException.class,
            () ->
                call(linker(call -> CompletableFuture.supplyAsync(() -> "text")), "call-later", 1));
    assertInstanceOf(IllegalArgumentException.class, exception.getCause());
    exception =
        assertThrows(
            HostFunctionException.class, () -> call(linker(call -> null), "call-later", 1));
    assertInstanceOf(NullPointerException.class, exception.getCause());
  }

  @Test
  void aThreadThatWaitsCanBeInterrupted() {
    var linker =
        linker(
            call -> {
              Thread.currentThread().interrupt();
              return new CompletableFuture<>();
            });
    assertThrows(GuestInterruptedException.class, () -> call(linker, "call-later", 1));
    assertTrue(Thread.interrupted());
  }

  @Test
  void aTaskGoesOnWhenItsStoreIsEnteredAgain() {
    var result = new CompletableFuture<Integer>();
    try (var store = new Store(ENGINE)) {
      Instance instance = linker(call -> result).instantiate(store, COMPONENT);
      assertEquals(7, instance.func("return-early").call(1));
      assertEquals(3, instance.func("call-now").call(2));
      result.complete(1);
      assertEquals(3, instance.func("call-now").call(2));
    }
  }

  @Test
  void closingAStoreCancelsWhatItsGuestsWaitFor() {
    var result = new CompletableFuture<Integer>();
    try (var store = new Store(ENGINE)) {
      Instance instance = linker(call -> result).instantiate(store, COMPONENT);
      assertEquals(7, instance.func("return-early").call(1));
      assertFalse(result.isDone());
    }
    assertTrue(result.isCancelled());
  }

  @Test
  void aGuestThatGivesUpCancels() {
    var result = new CompletableFuture<Integer>();
    assertEquals(1, call(linker(call -> result), "give-up", 1));
    assertTrue(result.isCancelled());
  }

  @Test
  void aTrapCancels() {
    var result = new CompletableFuture<Integer>();
    try (var store = new Store(ENGINE)) {
      Instance instance = linker(call -> result).instantiate(store, COMPONENT);
      assertEquals(7, instance.func("return-early").call(1));
      var trap = assertThrows(TrapException.class, () -> instance.func("trap").call());
      assertEquals(TrapCode.UNREACHABLE, trap.code());
    }
    assertTrue(result.isCancelled());
  }

  @Test
  void aStoreServesOneCallAtATimeHereToo() {
    var linker = new Linker(ENGINE);
    List<Instance> instances = new ArrayList<>();
    linker
        .root()
        .func("now", call -> instances.getFirst().func("call-now").call(1))
        .func("later", call -> 0);
    try (var store = new Store(ENGINE)) {
      instances.add(linker.instantiate(store, COMPONENT));
      var exception =
          assertThrows(
              HostFunctionException.class, () -> instances.getFirst().func("call-now").call(1));
      assertInstanceOf(IllegalStateException.class, exception.getCause());
    }
  }

  /**
   * One task of a guest's waits while another store runs on the same thread, fibers within fibers.
   */
  @Test
  void hostFunctionsCallIntoOtherStores() {
    Linker inner = linker();
    var outer = new Linker(ENGINE);
    outer
        .root()
        .func("now", call -> call(inner, "both", call.int32(0), 1))
        .func("later", call -> 0);
    assertEquals(42, call(outer, "call-now-async", 20));
  }

  @Test
  void manyThreadsHaveStoresOfTheirOwn() throws Exception {
    Linker linker =
        linker(
            call -> {
              int x = call.int32(0);
              return CompletableFuture.supplyAsync(() -> x * 2);
            });
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        running.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    assertEquals(2 * (i + 1), call(linker, "both", i, 1));
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get(2, TimeUnit.MINUTES);
      }
    }
  }

  /** Another thread may go on with what one has begun. */
  @Test
  void aStoreMovesBetweenThreads() throws Exception {
    var result = new CompletableFuture<Integer>();
    try (var store = new Store(ENGINE);
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Instance instance = linker(call -> result).instantiate(store, COMPONENT);
      assertEquals(7, instance.func("return-early").call(1));
      result.complete(5);
      assertEquals(
          3, executor.submit(() -> instance.func("call-now").call(2)).get(1, TimeUnit.MINUTES));
      assertEquals(4, instance.func("call-now").call(3));
    }
  }

  /**
   * Everything that goes straight into and out of guest memory otherwise goes through images here.
   */
  @Test
  void largeListsAndStringsCross() {
    String text =
        """
        (component
          (import "swap" (func $swap (param "x" (list u8)) (result (list u8))))
          (import "say" (func $say async (param "x" string) (result string)))
          %1$s
          (core func $swap-core (canon lower (func $swap) %2$s))
          (core func $say-core (canon lower (func $say) %2$s))
          (core module $m
            (import "" "swap" (func $swap (param i32 i32 i32)))
            (import "" "say" (func $say (param i32 i32 i32)))
            (import "" "memory" (memory 1))
            (func (export "swap") (param i32 i32) (result i32)
              (call $swap (local.get 0) (local.get 1) (i32.const 16)) (i32.const 16))
            (func (export "say") (param i32 i32) (result i32)
              (call $say (local.get 0) (local.get 1) (i32.const 16)) (i32.const 16))
            (func (export "same") (param i32 i32) (result i32)
              (i32.store (i32.const 16) (local.get 0))
              (i32.store (i32.const 20) (local.get 1))
              (i32.const 16)))
          (core instance $m (instantiate $m (with "" (instance
            (export "swap" (func $swap-core)) (export "say" (func $say-core))
            (export "memory" (memory $libc "memory"))))))
          (func (export "swap") (param "x" (list u8)) (result (list u8))
            (canon lift (core func $m "swap") %2$s))
          (func (export "say") async (param "x" string) (result string)
            (canon lift (core func $m "say") %2$s))
          (func (export "same") (param "x" (list f64)) (result (list f64))
            (canon lift (core func $m "same") %2$s)))
        """
            .formatted(Guests.LIBC, Guests.WITH_LIBC);
    var random = new Random(5);
    byte[] bytes = new byte[300_000];
    random.nextBytes(bytes);
    byte[] swapped = new byte[200_000];
    random.nextBytes(swapped);
    double[] doubles = random.doubles(50_000).toArray();
    String question = "é".repeat(30_000);
    String answer = "ü".repeat(40_000);
    var linker = new Linker(ENGINE);
    linker
        .root()
        .func(
            "swap",
            call -> {
              assertArrayEquals(bytes, call.bytes(0));
              return swapped;
            })
        .asyncFunc(
            "say",
            call -> {
              assertEquals(question, call.string(0));
              return CompletableFuture.supplyAsync(() -> answer);
            });
    try (Component component = ENGINE.compileText(text);
        var store = new Store(ENGINE)) {
      Instance instance = linker.instantiate(store, component);
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(swapped, (byte[]) instance.func("swap").call((Object) bytes));
        assertEquals(answer, instance.func("say").call(question));
        assertArrayEquals(doubles, (double[]) instance.func("same").call((Object) doubles));
      }
      var refused =
          assertThrows(
              UnsupportedOperationException.class,
              () -> instance.func("same").callInPlace(list -> {}, (Object) doubles));
      assertTrue(refused.getMessage().contains("concurrency"), refused.getMessage());
      assertArrayEquals(swapped, (byte[]) instance.func("swap").call((Object) bytes));
    }
  }

  /** An object of the host's. */
  private static final class Ticket implements AutoCloseable {
    private final AtomicInteger closed;

    Ticket(AtomicInteger closed) {
      this.closed = closed;
    }

    @Override
    public void close() {
      System.gc();
      closed.incrementAndGet();
    }
  }

  @Test
  void destructorsOfHostResourcesRun() {
    String text =
        """
        (component
          (import "ticket" (type $ticket (sub resource)))
          (import "issue" (func $issue (result (own $ticket))))
          (import "look" (func $look async (param "t" (borrow $ticket)) (result u32)))
          (core func $issue-core (canon lower (func $issue)))
          (core func $look-core (canon lower (func $look)))
          (core func $drop (canon resource.drop $ticket))
          (core module $m
            (import "" "issue" (func $issue (result i32)))
            (import "" "look" (func $look (param i32) (result i32)))
            (import "" "drop" (func $drop (param i32)))
            (func (export "use") (result i32) (local i32)
              (local.set 0 (call $issue))
              (call $look (local.get 0))
              (call $drop (local.get 0))))
          (core instance $m (instantiate $m (with "" (instance
            (export "issue" (func $issue-core))
            (export "look" (func $look-core))
            (export "drop" (func $drop))))))
          (func (export "use") async (result u32) (canon lift (core func $m "use"))))
        """;
    var closed = new AtomicInteger();
    var linker = new Linker(ENGINE);
    linker
        .root()
        .resource("ticket", HostResource.of(Ticket.class, Ticket::close))
        .func("issue", call -> new Ticket(closed))
        .asyncFunc(
            "look",
            call -> {
              assertInstanceOf(Ticket.class, call.argument(0));
              return CompletableFuture.supplyAsync(() -> 42);
            });
    try (Component component = ENGINE.compileText(text);
        var store = new Store(ENGINE)) {
      Instance instance = linker.instantiate(store, component);
      for (int i = 1; i <= 5; i++) {
        assertEquals(42, instance.func("use").call());
        assertEquals(i, closed.get());
      }
    }
  }

  @Test
  void destructorsOfGuestsCallTheHost() {
    var destroyed = new ArrayList<Integer>();
    var linker = new Linker(ENGINE);
    linker
        .root()
        .func(
            "log",
            call -> {
              System.gc();
              destroyed.add(call.int32(0));
              return null;
            })
        .func("h", call -> null);
    try (Component component = ENGINE.compileText(CounterGuest.TEXT);
        var store = new Store(ENGINE)) {
      Instance instance = linker.instantiate(store, component);
      for (int i = 0; i < 5; i++) {
        try (var counter = (Resource) instance.func("[constructor]counter").call(i)) {
          assertEquals(i, instance.func("[method]counter.get").call(counter));
          assertEquals(i, instance.func("[method]counter.poke").call(counter));
        }
      }
      Object merged =
          instance
              .func("[static]counter.merge")
              .call(
                  instance.func("[constructor]counter").call(10),
                  instance.func("[constructor]counter").call(11));
      assertEquals(21, instance.func("take").call(merged));
      assertEquals(List.of(0, 1, 2, 3, 4, 10, 11, 21), destroyed);
      Resource trapping = (Resource) instance.func("[constructor]counter").call(CounterGuest.TRAPS);
      var trap = assertThrows(TrapException.class, () -> Objects.requireNonNull(trapping).close());
      assertEquals(TrapCode.UNREACHABLE, trap.code());
    }
  }

  @Test
  void startUpCodeCallsTheHost() {
    String text =
        """
        (component
          (import "h" (func $h (param "x" u32)))
          (core func $h-core (canon lower (func $h)))
          (core module $m
            (import "" "h" (func $h (param i32)))
            (func $start (call $h (i32.const 42)))
            (start $start))
          (core instance (instantiate $m (with "" (instance (export "h" (func $h-core)))))))
        """;
    List<Integer> seen = new ArrayList<>();
    var linker = new Linker(ENGINE);
    linker
        .root()
        .func(
            "h",
            call -> {
              System.gc();
              seen.add(call.int32(0));
              return null;
            });
    try (Component component = ENGINE.compileText(text);
        var store = new Store(ENGINE)) {
      linker.instantiate(store, component);
      linker.instantiate(store, component);
    }
    assertEquals(List.of(42, 42), seen);
  }

  @Test
  void tasksThatWaitForEachOtherAreFound() {
    String text =
        """
        (component
          (core module $libc (memory (export "memory") 1))
          (core instance $libc (instantiate $libc))
          (core func $set (canon waitable-set.new))
          (core func $wait (canon waitable-set.wait (memory (core memory $libc "memory"))))
          (core func $return (canon task.return))
          (core module $m
            (import "" "set" (func $set (result i32)))
            (import "" "wait" (func $wait (param i32 i32) (result i32)))
            (import "" "return" (func $return))
            (func (export "wait") (drop (call $wait (call $set) (i32.const 0))) (call $return))
            (func (export "no-result")))
          (core instance $m (instantiate $m (with "" (instance
            (export "set" (func $set)) (export "wait" (func $wait))
            (export "return" (func $return))))))
          (func (export "wait") async (canon lift (core func $m "wait") async))
          (func (export "no-result") async (canon lift (core func $m "no-result") async)))
        """;
    try (Component component = ENGINE.compileText(text)) {
      try (var store = new Store(ENGINE)) {
        Instance instance = new Linker(ENGINE).instantiate(store, component);
        var trap = assertThrows(TrapException.class, () -> instance.func("wait").call());
        assertEquals(TrapCode.ASYNC_DEADLOCK, trap.code());
      }
      try (var store = new Store(ENGINE)) {
        Instance instance = new Linker(ENGINE).instantiate(store, component);
        var trap = assertThrows(TrapException.class, () -> instance.func("no-result").call());
        assertEquals(TrapCode.NO_ASYNC_RESULT, trap.code());
      }
    }
  }

  @Test
  void aStoreHasALimitOfTasks() {
    var pending = new ArrayList<CompletableFuture<Integer>>();
    Linker linker =
        linker(
            call -> {
              var result = new CompletableFuture<Integer>();
              pending.add(result);
              return result;
            });
    try (var store = new Store(ENGINE, Limits.defaults().withTasks(100))) {
      Instance instance = linker.instantiate(store, COMPONENT);
      var exception =
          assertThrows(
              SwitchbladeException.class,
              () -> {
                for (int i = 0; i < 1000; i++) {
                  instance.func("return-early").call(i);
                }
              });
      assertTrue(pending.size() < 100, pending.size() + ": " + exception);
    }
    assertTrue(pending.stream().allMatch(CompletableFuture::isCancelled));
  }

  @Test
  void valuesOfAsyncTypesAreNotSupportedYet() {
    String text =
        """
        (component
          (core module $m
            (func (export "f") (result i32) unreachable) (func (export "g") (result i32) i32.const 1))
          (core instance $m (instantiate $m))
          (type $future (future u32))
          (type $stream (stream u8))
          (func (export "future") (result $future) (canon lift (core func $m "f")))
          (func (export "stream") (result $stream) (canon lift (core func $m "f")))
          (func (export "fine") (result u32) (canon lift (core func $m "g"))))
        """;
    try (Component component = ENGINE.compileText(text);
        var store = new Store(ENGINE)) {
      Instance instance = new Linker(ENGINE).instantiate(store, component);
      assertEquals(1, instance.func("fine").call());
      for (String name : List.of("future", "stream")) {
        var exception = assertThrows(LinkException.class, () -> instance.func(name));
        assertTrue(exception.getMessage().contains("not supported yet"), exception.getMessage());
        assertTrue(exception.getMessage().contains(name + "<"), exception.getMessage());
      }
    }
    String importing = "(component (type $s (stream u8)) (import \"f\" (func (param \"x\" $s))))";
    try (Component component = ENGINE.compileText(importing)) {
      var linker = new Linker(ENGINE);
      linker.root().func("f", call -> null);
      var exception = assertThrows(LinkException.class, () -> linker.instantiatePre(component));
      assertTrue(exception.getMessage().contains("not supported yet"), exception.getMessage());
    }
  }

  @Test
  void anEngineWithoutConcurrencySaysWhatIsMissing() {
    var exception = assertThrows(CompilationException.class, () -> Guests.wat(WORKER));
    assertTrue(
        exception.getMessage().contains("needs an engine with concurrency support"),
        exception.getMessage());
  }

  /** There the caller waits. */
  @Test
  void anAsyncHostFunctionServesGuestsWithoutConcurrency() {
    String text =
        """
        (component
          (import "h" (func $h (param "x" u32) (result u32)))
          (core func $h-core (canon lower (func $h)))
          (core module $m
            (import "" "h" (func $h (param i32) (result i32)))
            (func (export "f") (param i32) (result i32) (call $h (local.get 0))))
          (core instance $m (instantiate $m (with "" (instance (export "h" (func $h-core))))))
          (func (export "f") (param "x" u32) (result u32) (canon lift (core func $m "f"))))
        """;
    var thrown = new IllegalStateException("no");
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .asyncFunc(
            "h",
            call -> {
              int x = call.int32(0);
              return CompletableFuture.supplyAsync(
                  () -> {
                    if (x == 0) {
                      throw thrown;
                    }
                    return x + 1;
                  });
            });
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = linker.instantiate(store, component);
      assertEquals(42, instance.func("f").call(41));
      var exception = assertThrows(HostFunctionException.class, () -> instance.func("f").call(0));
      assertSame(thrown, exception.getCause());
    }
  }

  @Test
  void functionsWithoutResultCross() {
    String text =
        """
        (component
          (import "h" (func $h async))
          (core func $h-core (canon lower (func $h)))
          (core module $m (import "" "h" (func $h)) (func (export "f") (call $h)))
          (core instance $m (instantiate $m (with "" (instance (export "h" (func $h-core))))))
          (func (export "f") async (canon lift (core func $m "f"))))
        """;
    var linker = new Linker(ENGINE);
    linker.root().asyncFunc("h", call -> CompletableFuture.runAsync(() -> {}));
    try (Component component = ENGINE.compileText(text);
        var store = new Store(ENGINE)) {
      assertNull(linker.instantiate(store, component).func("f").call());
    }
  }

  /** The switch of each proposal reaches Wasmtime, which may have reasons to refuse it. */
  @Test
  void eachFeatureHasASwitch() {
    for (WasmFeature feature : WasmFeature.values()) {
      try (Engine engine =
          Engine.builder()
              .concurrency(true)
              .sharedMemory(true)
              .feature(WasmFeature.FUNCTION_REFERENCES, true)
              .feature(feature, true)
              .build()) {
        engine.compileText("(component)").close();
      } catch (IllegalArgumentException e) {
        assertTrue(
            Arrays.asList(
                    WasmFeature.SHARED_EVERYTHING_THREADS,
                    WasmFeature.COMPONENT_MODEL_GC,
                    WasmFeature.STACK_SWITCHING)
                .contains(feature),
            feature + ": " + e.getMessage());
      }
    }
  }
}
