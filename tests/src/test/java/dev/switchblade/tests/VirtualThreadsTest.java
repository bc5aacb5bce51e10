package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunction;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import dev.switchblade.TrapException;
import dev.switchblade.abi.Call;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls on virtual threads, of engines that have their guests run on threads of a pool. */
@Timeout(300)
final class VirtualThreadsTest {

  /** More than there are carriers. */
  private static final int MANY = Runtime.getRuntime().availableProcessors() + 3;

  private final ExecutorService pool =
      Executors.newFixedThreadPool(MANY, Thread.ofPlatform().name("pool-", 0).factory());
  private final Engine engine =
      Engine.builder().interruptible(true).fuel(true).virtualThreadCalls(pool).build();

  @AfterEach
  void close() {
    engine.close();
    pool.close();
    HealthyJvm.assertCallsWork();
  }

  /** A task on a virtual thread of its own. */
  private static <T> FutureTask<T> startVirtual(Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread.ofVirtual().name("virtual").start(task);
    return task;
  }

  private static <T> T onVirtual(Callable<T> work) throws Exception {
    return startVirtual(work).get();
  }

  private static boolean isOfPool(Thread thread) {
    return !thread.isVirtual() && thread.getName().startsWith("pool-");
  }

  /** An instance of the guest that calls {@code h}. */
  private static Func echo(Store store, Engine engine, String type, HostFunction host) {
    try (Component component = engine.compileText(EchoGuest.text(List.of(type), type, "utf8"))) {
      var linker = new Linker(engine);
      linker.root().func("h", host);
      return linker.instantiate(store, component).func("f");
    }
  }

  private Func echo(Store store, String type, HostFunction host) {
    return echo(store, engine, type, host);
  }

  private Func spinner(Store store, String function, HostFunction begun) {
    try (Component component = engine.compileText(EndlessGuest.SPINNER)) {
      return EndlessGuest.linker(engine, begun).instantiate(store, component).func(function);
    }
  }

  /** Where calls pin their carriers, they would wait for each other for ever. */
  @Test
  void moreGuestsWaitAtOnceThanThereAreCarriers() throws Exception {
    var barrier = new CyclicBarrier(MANY);
    List<FutureTask<Object>> tasks = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int number = i;
      tasks.add(
          startVirtual(
              () -> {
                try (var store = new Store(engine)) {
                  return echo(
                          store,
                          "u32",
                          call -> {
                            barrier.await();
                            return call.argument(0);
                          })
                      .call(number);
                }
              }));
    }
    for (int i = 0; i < MANY; i++) {
      assertEquals(i, tasks.get(i).get());
    }
  }

  @Test
  void whatAGuestCallsRunsOnAThreadOfThePool() throws Exception {
    List<Thread> seen = new ArrayList<>();
    try (var store = new Store(engine)) {
      Func f =
          echo(
              store,
              "string",
              call -> {
                seen.add(Thread.currentThread());
                return call.string(0) + "!";
              });
      assertEquals("a!", onVirtual(() -> f.call("a")));
      assertTrue(isOfPool(seen.getFirst()), seen::toString);
    }
  }

  @Test
  void startFunctionsAndDestructorsRunThere() throws Exception {
    AtomicReference<Thread> seen = new AtomicReference<>();
    HostFunction begun =
        _ -> {
          seen.set(Thread.currentThread());
          throw new IllegalStateException("enough");
        };
    try (var store = new Store(engine);
        Component starting = engine.compileText(EndlessGuest.STARTS_FOR_EVER)) {
      Linker linker = EndlessGuest.linker(engine, begun);
      onVirtual(
          () ->
              assertThrows(HostFunctionException.class, () -> linker.instantiate(store, starting)));
      assertTrue(isOfPool(seen.get()), seen::toString);
    }
    seen.set(null);
    try (var store = new Store(engine);
        Component destroying = engine.compileText(EndlessGuest.DESTROYS_FOR_EVER)) {
      Func make = EndlessGuest.linker(engine, begun).instantiate(store, destroying).func("make");
      onVirtual(
          () -> {
            var thing = (Resource) make.call();
            return assertThrows(HostFunctionException.class, () -> thing.close());
          });
      assertTrue(isOfPool(seen.get()), seen::toString);
    }
  }

  @Test
  void callsOnPlatformThreadsStayThere() {
    List<Thread> seen = new ArrayList<>();
    try (var store = new Store(engine)) {
      Func f =
          echo(
              store,
              "u32",
              call -> {
                seen.add(Thread.currentThread());
                return call.argument(0);
              });
      assertEquals(1, f.call(1));
      assertSame(Thread.currentThread(), seen.getFirst());
    }
  }

  @Test
  void withoutAPoolVirtualThreadsRunTheirGuests() throws Exception {
    List<Thread> seen = new ArrayList<>();
    try (Engine plain = Engine.create();
        var store = new Store(plain)) {
      Func f =
          echo(
              store,
              plain,
              "u32",
              call -> {
                seen.add(Thread.currentThread());
                return call.argument(0);
              });
      assertEquals(1, onVirtual(() -> f.call(1)));
      assertTrue(seen.getFirst().isVirtual());
    }
  }

  /** Memory that is the virtual thread's own is copied by the pool's. */
  @Test
  void largeListsOfAllKindsCross() throws Exception {
    byte[] expected = new byte[100_000];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (byte) i;
    }
    try (var store = new Store(engine)) {
      Func f = echo(store, "list<u8>", call -> call.argument(0));
      assertArrayEquals(expected, (byte[]) onVirtual(() -> f.call((Object) expected)));
      byte[] fromConfined =
          onVirtual(
              () -> {
                try (Arena confined = Arena.ofConfined();
                    Call call = f.begin()) {
                  MemorySegment bytes = confined.allocateFrom(ValueLayout.JAVA_BYTE, expected);
                  call.arguments().putBytes(0, bytes);
                  call.invoke();
                  return call.result().getBytes(0);
                }
              });
      assertArrayEquals(expected, fromConfined);
      byte[] visited = new byte[expected.length];
      onVirtual(
          () -> {
            f.callInPlace(
                bytes -> {
                  assertTrue(isOfPool(Thread.currentThread()));
                  MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, visited, 0, visited.length);
                },
                (Object) expected);
            return null;
          });
      assertArrayEquals(expected, visited);
    }
  }

  @Test
  void failuresReachTheVirtualThread() throws Exception {
    var mine = new IllegalArgumentException("mine");
    try (var store = new Store(engine)) {
      Func f =
          echo(
              store,
              "u32",
              _ -> {
                throw mine;
              });
      var thrown = onVirtual(() -> assertThrows(HostFunctionException.class, () -> f.call(1)));
      assertSame(mine, thrown.getCause());
      onVirtual(() -> assertThrows(StoreLostException.class, () -> f.call(1)));
    }
    try (var store = new Store(engine);
        Component trapping =
            engine.compileText(
                """
                (component
                  (core module $m (func (export "f") unreachable))
                  (core instance $m (instantiate $m))
                  (func (export "f") (canon lift (core func $m "f"))))
                """)) {
      Func f = new Linker(engine).instantiate(store, trapping).func("f");
      onVirtual(() -> assertThrows(TrapException.class, f::call));
    }
    try (var store = new Store(engine)) {
      Func count = spinner(store, "count", _ -> null);
      store.setFuel(1_000);
      var limit =
          onVirtual(() -> assertThrows(ResourceLimitException.class, () -> count.call(1_000_000)));
      assertEquals(ResourceLimitException.Limit.FUEL, limit.limit());
    }
  }

  @Test
  void interruptingTheVirtualThreadEndsItsGuest() throws Exception {
    AtomicReference<Thread> runner = new AtomicReference<>();
    var begun = new CountDownLatch(1);
    try (var store = new Store(engine)) {
      Func spin =
          spinner(
              store,
              "spin",
              _ -> {
                runner.set(Thread.currentThread());
                begun.countDown();
                return null;
              });
      var kept = new AtomicReference<Boolean>();
      var task =
          new FutureTask<>(
              () -> {
                var thrown = assertThrows(GuestInterruptedException.class, spin::call);
                kept.set(Thread.currentThread().isInterrupted());
                return thrown;
              });
      Thread virtual = Thread.ofVirtual().start(task);
      begun.await();
      virtual.interrupt();
      task.get();
      assertEquals(true, kept.get());
      assertFalse(runner.get().isInterrupted());
    }
    // No thread of the pool keeps an interrupt that was meant for a guest.
    for (int i = 0; i < 2 * MANY; i++) {
      assertFalse(pool.submit(() -> Thread.currentThread().isInterrupted()).get());
    }
  }

  @Test
  void interruptingItEndsWhatAHostFunctionWaitsFor() throws Exception {
    var begun = new CountDownLatch(1);
    try (var store = new Store(engine)) {
      Func f =
          echo(
              store,
              "u32",
              call -> {
                begun.countDown();
                new CountDownLatch(1).await();
                return call.argument(0);
              });
      var task =
          new FutureTask<>(
              () -> assertThrows(HostFunctionException.class, () -> f.call(1)).getCause());
      Thread virtual = Thread.ofVirtual().start(task);
      begun.await();
      virtual.interrupt();
      assertInstanceOf(InterruptedException.class, task.get());
    }
  }

  @Test
  void interruptingTheStoreEndsTheGuest() throws Exception {
    var begun = new CountDownLatch(1);
    try (var store = new Store(engine)) {
      Func spin =
          spinner(
              store,
              "spin",
              _ -> {
                begun.countDown();
                return null;
              });
      var task = startVirtual(() -> assertThrows(GuestInterruptedException.class, spin::call));
      begun.await();
      // Whoever is refused hears of the thread that is in there.
      var busy = assertThrows(StoreBusyException.class, spin::call);
      assertTrue(busy.getMessage().contains("\"pool-"), busy.getMessage());
      assertTrue(store.closeWithin(Duration.ofDays(1)));
      task.get();
    }
  }

  /** Such a call has not begun. */
  @Test
  void interruptingItBeforeThePoolHasAThreadGivesTheCallUp() throws Exception {
    var busy = new CountDownLatch(MANY);
    var release = new CountDownLatch(1);
    for (int i = 0; i < MANY; i++) {
      pool.execute(
          () -> {
            busy.countDown();
            try {
              release.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
    }
    busy.await();
    List<Object> seen = new ArrayList<>();
    try (var store = new Store(engine)) {
      Func f = echo(store, "u32", EchoGuest.returningFirst(seen));
      var task =
          new FutureTask<>(
              () -> {
                var thrown = assertThrows(GuestInterruptedException.class, () -> f.call(1));
                assertTrue(Thread.interrupted());
                return thrown.getMessage();
              });
      Thread virtual = Thread.ofVirtual().start(task);
      virtual.interrupt();
      String message = task.get();
      assertTrue(message.contains("nothing has run"), message);
      assertEquals(2, f.call(2), "on a platform thread");
      release.countDown();
      assertEquals(3, onVirtual(() -> f.call(3)));
      assertEquals(List.of(2, 3), seen);
    }
  }

  /** So a program that is shut down needn't wait for threads that are never free again. */
  @Test
  void closingTheStoreWithinATimeGivesUpACallThatWaitsForThePool() throws Exception {
    var queued = new LinkedBlockingQueue<Runnable>();
    try (var waiting = Engine.builder().virtualThreadCalls(queued::add).build()) {
      var store = new Store(waiting);
      Func f = echo(store, waiting, "u32", call -> call.argument(0));
      FutureTask<GuestInterruptedException> task =
          startVirtual(() -> assertThrows(GuestInterruptedException.class, () -> f.call(1)));
      Runnable late = queued.take();
      assertTrue(store.closeWithin(Duration.ofDays(1)));
      String message = task.get().getMessage();
      assertTrue(message.contains("nothing has run"), message);
      late.run();
    }
  }

  @Test
  void interruptingTheStoreGivesUpACallThatWaitsForThePool() throws Exception {
    var queued = new LinkedBlockingQueue<Runnable>();
    try (var waiting = Engine.builder().virtualThreadCalls(queued::add).build();
        var store = new Store(waiting)) {
      Func f = echo(store, waiting, "u32", call -> call.argument(0));
      FutureTask<GuestInterruptedException> task =
          startVirtual(() -> assertThrows(GuestInterruptedException.class, () -> f.call(1)));
      Runnable late = queued.take();
      store.interrupt();
      task.get();
      late.run();
      assertEquals(2, f.call(2), "on a platform thread");
    }
  }

  @Test
  void aPoolThatRefusesLeavesTheStoreAsItWas() throws Exception {
    try (var store = new Store(engine)) {
      Func f = echo(store, "u32", call -> call.argument(0));
      pool.shutdown();
      onVirtual(() -> assertThrows(RejectedExecutionException.class, () -> f.call(1)));
      assertEquals(2, f.call(2));
    }
  }

  /**
   * Has a resource whose destructor calls {@code dropped}, and {@code f}, which calls {@code h}.
   */
  private static final String DROPPING =
      """
      (component
        (import "h" (func $h))
        (import "dropped" (func $dropped))
        (core func $h-core (canon lower (func $h)))
        (core func $dropped-core (canon lower (func $dropped)))
        (core module $destructor
          (import "" "dropped" (func $dropped))
          (func (export "destructor") (param i32) (call $dropped)))
        (core instance $destructor
          (instantiate $destructor (with "" (instance (export "dropped" (func $dropped-core))))))
        (type $thing-here (resource (rep i32) (dtor (core func $destructor "destructor"))))
        (export $thing "thing" (type $thing-here))
        (core func $new (canon resource.new $thing-here))
        (core module $m
          (import "" "new" (func $new (param i32) (result i32)))
          (import "" "h" (func $h))
          (func (export "make") (result i32) (call $new (i32.const 1)))
          (func (export "f") (result i32) (call $h) (i32.const 7)))
        (core instance $m (instantiate $m (with "" (instance
          (export "new" (func $new)) (export "h" (func $h-core))))))
        (func (export "make") (result (own $thing)) (canon lift (core func $m "make")))
        (func (export "f") (result u32) (canon lift (core func $m "f"))))
      """;

  /** What it has let go of is dropped by whoever is in the store next. */
  @Test
  void aCallThatHasSucceededReturnsEvenIfThePoolHasNoThreadForDestructors() throws Exception {
    List<Thread> dropped = new ArrayList<>();
    AtomicReference<Resource> thing = new AtomicReference<>();
    try (var store = new Store(engine);
        Component component = engine.compileText(DROPPING)) {
      var linker = new Linker(engine);
      linker
          .root()
          .func(
              "dropped",
              _ -> {
                dropped.add(Thread.currentThread());
                return null;
              })
          .func(
              "h",
              _ -> {
                thing.get().close();
                pool.shutdown();
                return null;
              });
      Instance instance = linker.instantiate(store, component);
      thing.set((Resource) instance.func("make").call());
      Func f = instance.func("f");
      assertEquals(7, onVirtual(() -> f.call()));
      assertEquals(List.of(), dropped);
      assertEquals(7, f.call());
      assertEquals(List.of(Thread.currentThread()), dropped);
    }
  }

  /** A host function is on a platform thread: what it calls doesn't wait for another one. */
  @Test
  void hostFunctionsCallOtherStoresWithoutASecondThread() throws Exception {
    try (ExecutorService one = Executors.newSingleThreadExecutor();
        Engine small = Engine.builder().virtualThreadCalls(one).build();
        var outer = new Store(small);
        var inner = new Store(small)) {
      Func g = echo(inner, small, "u32", call -> (int) call.argument(0) + 1);
      Func f = echo(outer, small, "u32", call -> g.call(call.argument(0)));
      assertEquals(42, onVirtual(() -> f.call(41)));
    }
  }

  /** As with any other thread. */
  @Test
  void hostFunctionsCantCallIntoTheirStore() throws Exception {
    try (var store = new Store(engine)) {
      AtomicReference<@Nullable Func> self = new AtomicReference<>();
      Func f =
          echo(
              store,
              "u32",
              call -> {
                var refused = assertThrows(StoreBusyException.class, () -> self.get().call(1));
                assertTrue(refused.getMessage().contains("this very thread"));
                return call.argument(0);
              });
      self.set(f);
      assertEquals(1, onVirtual(() -> f.call(1)));
    }
  }

  /** What a virtual thread has is not there: stores have data of their own for it. */
  @Test
  void scopedValuesAreTheCallersOwn() throws Exception {
    ScopedValue<String> tenant = ScopedValue.newInstance();
    try (var store = new Store(engine)) {
      Func f = echo(store, "u32", _ -> tenant.isBound() ? 1 : 0);
      assertEquals(0, onVirtual(() -> ScopedValue.where(tenant, "a").call(() -> f.call(7))));
      assertNotEquals(0, ScopedValue.where(tenant, "a").call(() -> f.call(7)));
    }
  }
}
