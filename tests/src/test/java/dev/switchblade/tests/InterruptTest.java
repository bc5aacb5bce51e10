package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.tests.EndlessGuest.Endless;
import dev.switchblade.tests.EndlessGuest.Kind;
import dev.switchblade.wasi.WasiConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are ended from outside: by another thread, or because their thread is interrupted. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class InterruptTest {

  private static final List<Endless> ENDLESS = List.of(Endless.values());

  /** A store that grants something, however little. */
  private static final StoreConfig WITH_WASI =
      StoreConfig.defaults().withWasi(WasiConfig.builder().env("GRANTED", "1").build());

  @AfterEach
  void theJvmGoesOn() {
    assertFalse(Thread.interrupted(), "the test's own thread is interrupted");
    HealthyJvm.assertCallsWork();
  }

  /** A call that is being made, and the thread that makes it. */
  private record Running<T>(FutureTask<T> call, Thread thread) {

    static <T> Running<T> of(boolean virtual, Callable<T> body) {
      var task = new FutureTask<>(body);
      Thread thread =
          virtual ? Thread.ofVirtual().unstarted(task) : Thread.ofPlatform().unstarted(task);
      if (!virtual) {
        thread.setDaemon(true);
      }
      thread.start();
      return new Running<>(task, thread);
    }

    GuestInterruptedException isInterrupted() throws Exception {
      var exception = assertThrows(ExecutionException.class, () -> call.get(50, TimeUnit.SECONDS));
      return assertInstanceOf(GuestInterruptedException.class, exception.getCause());
    }
  }

  /** Whether the call has begun can't be seen from outside: so it is asked again and again. */
  private static void interruptUntilOver(Store store, Future<?> call) throws InterruptedException {
    while (!call.isDone()) {
      store.interrupt();
      Thread.sleep(1);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.switchblade.tests.EndlessGuest#everything")
  void anotherThreadEndsWhatNeverReturns(Kind kind, Endless what) throws Exception {
    for (StoreConfig config : List.of(StoreConfig.defaults(), WITH_WASI)) {
      try (var store = new Store(kind.engine, config)) {
        var running = Running.of(false, () -> kind.call(store, what));
        interruptUntilOver(store, running.call);
        var exception = running.isInterrupted();
        assertTrue(exception.getMessage().contains("interrupted"), exception.getMessage());
        var lost = assertThrows(IllegalStateException.class, () -> kind.prober(store));
        assertSame(exception, lost.getCause());
      }
    }
  }

  /** One request is enough, and the exception says where the guest was. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aGuestThatHasBegunIsEndedByASingleRequest(Kind kind) throws Exception {
    var begun = new CountDownLatch(1);
    try (var store = new Store(kind.engine)) {
      Func spin =
          kind.spinner(
                  store,
                  call -> {
                    begun.countDown();
                    return null;
                  })
              .func("spin");
      var running = Running.of(false, spin::call);
      begun.await();
      store.interrupt();
      var exception = running.isInterrupted();
      assertTrue(exception.getMessage().startsWith("spin: "), exception.getMessage());
      // A guest with a stack of its own may have been put aside just then.
      if (kind == Kind.PLAIN) {
        assertEquals("spin", exception.guestTrace().getFirst().function());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestThatWaitsForAHostFunctionThatNeverEnds(boolean wasi) throws Exception {
    var begun = new CountDownLatch(1);
    var never = new CompletableFuture<Integer>();
    StoreConfig config = wasi ? WITH_WASI : StoreConfig.defaults();
    try (var store = new Store(Kind.CONCURRENT.engine, config)) {
      var running = Running.of(false, () -> EndlessGuest.await(store, never, begun::countDown));
      begun.await();
      store.interrupt();
      running.isInterrupted();
    }
    assertTrue(never.isCancelled());
  }

  /** However long that is: nobody but the host knows. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestThatWaitsForTheHostIsNotEndedByWaiting(boolean wasi) throws Exception {
    var begun = new CountDownLatch(1);
    var later = new CompletableFuture<Integer>();
    StoreConfig config = wasi ? WITH_WASI : StoreConfig.defaults();
    try (var store = new Store(Kind.CONCURRENT.engine, config)) {
      var running = Running.of(false, () -> EndlessGuest.await(store, later, begun::countDown));
      begun.await();
      Thread.sleep(300);
      later.complete(42);
      assertEquals(42, running.call.get());
    }
  }

  @ParameterizedTest
  @CsvSource({"PLAIN", "CONCURRENT"})
  void instantiatingIsEndedToo(Kind kind) throws Exception {
    var begun = new CountDownLatch(1);
    try (var store = new Store(kind.engine)) {
      var running =
          Running.of(
              false,
              () -> {
                EndlessGuest.start(
                    kind,
                    store,
                    call -> {
                      begun.countDown();
                      return null;
                    });
                return true;
              });
      begun.await();
      store.interrupt();
      var exception = running.isInterrupted();
      assertTrue(
          exception.getMessage().startsWith("instantiating component: "), exception.getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aDestructorIsEndedToo(Kind kind) throws Exception {
    var begun = new CountDownLatch(1);
    try (var store = new Store(kind.engine)) {
      Resource resource =
          EndlessGuest.make(
              kind,
              store,
              call -> {
                begun.countDown();
                return null;
              });
      var running =
          Running.of(
              false,
              () -> {
                resource.close();
                return true;
              });
      begun.await();
      store.interrupt();
      running.isInterrupted();
      assertThrows(IllegalStateException.class, () -> kind.prober(store));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptingWhereNothingRunsDoesNothing(Kind kind) {
    var store = new Store(kind.engine, WITH_WASI);
    store.interrupt();
    Instance spinner = kind.spinner(store, call -> null);
    store.interrupt();
    Instance prober = kind.prober(store);
    for (int i = 0; i < 20; i++) {
      store.interrupt();
      assertEquals(i + 1, spinner.func("add").call(i, 1));
      store.interrupt();
      assertEquals(100_000, spinner.func("count").call(100_000));
      store.interrupt();
      prober.func("sleep-for").call(1_000L);
    }
    store.close();
    store.interrupt();
  }

  @Test
  void interruptingALostStoreDoesNothing() {
    try (var store = new Store(Kind.PLAIN.engine)) {
      Instance prober = Kind.PLAIN.prober(store);
      assertThrows(RuntimeException.class, () -> prober.func("panic").call("on purpose"));
      store.interrupt();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.switchblade.tests.EndlessGuest#everything")
  void interruptingAThreadEndsItsGuestAndKeepsTheInterrupt(Kind kind, Endless what)
      throws Exception {
    for (boolean virtual : new boolean[] {false, true}) {
      for (StoreConfig config : List.of(StoreConfig.defaults(), WITH_WASI)) {
        var status = new CompletableFuture<Boolean>();
        var running =
            Running.of(
                virtual,
                () -> {
                  try (var store = new Store(kind.engine, config)) {
                    return kind.call(store, what);
                  } finally {
                    status.complete(Thread.currentThread().isInterrupted());
                  }
                });
        running.thread.interrupt();
        running.isInterrupted();
        assertTrue(status.get(), "the thread isn't interrupted any more");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void interruptingAThreadWhoseGuestWaitsForTheHost(boolean wasi) throws Exception {
    for (boolean virtual : new boolean[] {false, true}) {
      var begun = new CountDownLatch(1);
      var never = new CompletableFuture<Integer>();
      var status = new CompletableFuture<Boolean>();
      StoreConfig config = wasi ? WITH_WASI : StoreConfig.defaults();
      var running =
          Running.of(
              virtual,
              () -> {
                try (var store = new Store(Kind.CONCURRENT.engine, config)) {
                  return EndlessGuest.await(store, never, begun::countDown);
                } finally {
                  status.complete(Thread.currentThread().isInterrupted());
                }
              });
      begun.await();
      running.thread.interrupt();
      running.isInterrupted();
      assertTrue(status.get(), "the thread isn't interrupted any more");
    }
  }

  @ParameterizedTest
  @CsvSource({"PLAIN, true", "PLAIN, false", "CONCURRENT, true", "CONCURRENT, false"})
  void virtualThreadsAreInterruptedLikeOthers(Kind kind, boolean byStore) throws Exception {
    List<Running<?>> all = new ArrayList<>();
    List<Store> stores = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      var store = new Store(kind.engine);
      stores.add(store);
      Endless what = ENDLESS.get(i % 4);
      all.add(Running.of(true, () -> kind.call(store, what)));
    }
    for (int i = 0; i < all.size(); i++) {
      if (byStore) {
        interruptUntilOver(stores.get(i), all.get(i).call);
      } else {
        all.get(i).thread.interrupt();
      }
      all.get(i).isInterrupted();
      stores.get(i).close();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void otherStoresGoOn(Kind kind) throws Exception {
    var done = new AtomicBoolean();
    List<Running<Integer>> others = new ArrayList<>();
    for (int thread = 0; thread < 3; thread++) {
      others.add(
          Running.of(
              false,
              () -> {
                int calls = 0;
                try (var store = new Store(kind.engine)) {
                  Func count = kind.spinner(store, call -> null).func("count");
                  Func sleep = kind.prober(store).func("sleep-for");
                  do {
                    assertEquals(200_000, count.call(200_000));
                    sleep.call(100_000L);
                    calls++;
                  } while (!done.get());
                }
                return calls;
              }));
    }
    for (int i = 0; i < 60; i++) {
      try (var store = new Store(kind.engine)) {
        Endless what = ENDLESS.get(i % 4);
        var running = Running.of(i % 2 == 0, () -> kind.call(store, what));
        if (i % 3 == 0) {
          running.thread.interrupt();
        } else {
          interruptUntilOver(store, running.call);
        }
        running.isInterrupted();
      }
    }
    done.set(true);
    for (var other : others) {
      assertTrue(other.call.get() > 0);
    }
  }

  /** The inner guest ends, and the outer one goes on when its host function returns. */
  @Test
  void aStoreThatIsCalledByAnotherOnesHostFunction() throws Exception {
    var begun = new CountDownLatch(1);
    try (var outer = new Store(Kind.PLAIN.engine);
        var inner = new Store(Kind.PLAIN.engine)) {
      Func spin =
          Kind.PLAIN
              .spinner(
                  inner,
                  call -> {
                    begun.countDown();
                    return null;
                  })
              .func("spin");
      try (var guest =
          new EchoGuest(
              "u32",
              call -> {
                assertThrows(GuestInterruptedException.class, spin::call);
                return call.argument(0);
              })) {
        outer.interrupt();
        var running = Running.of(false, () -> guest.call(5));
        begun.await();
        inner.interrupt();
        assertEquals(5, running.call.get());
        assertEquals(6, Kind.PLAIN.spinner(outer, call -> null).func("add").call(5, 1));
      }
    }
  }

  /** Interrupting the outer store ends its guest when the host function is over, and no sooner. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void hostFunctionsAreNotInterrupted(Kind kind) throws Exception {
    var entered = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    var undisturbed = new AtomicBoolean();
    try (var store = new Store(kind.engine)) {
      Func spin =
          kind.spinner(
                  store,
                  call -> {
                    entered.countDown();
                    asked.await();
                    // Waits once more, now that the store has been interrupted.
                    Thread.sleep(50);
                    undisturbed.set(!Thread.currentThread().isInterrupted());
                    return null;
                  })
              .func("spin");
      var running = Running.of(false, spin::call);
      entered.await();
      store.interrupt();
      asked.countDown();
      running.isInterrupted();
      assertTrue(undisturbed.get(), "the host function was interrupted");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHostFunctionThatInterruptsItsOwnThreadEndsTheGuest(Kind kind) {
    try (var store = new Store(kind.engine)) {
      Func spin =
          kind.spinner(
                  store,
                  call -> {
                    Thread.currentThread().interrupt();
                    return null;
                  })
              .func("spin");
      assertThrows(GuestInterruptedException.class, spin::call);
      assertTrue(Thread.interrupted());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHostFunctionThatInterruptsItsOwnStoreEndsTheGuest(Kind kind) {
    try (var store = new Store(kind.engine)) {
      Func spin =
          kind.spinner(
                  store,
                  call -> {
                    store.interrupt();
                    return null;
                  })
              .func("spin");
      assertThrows(GuestInterruptedException.class, spin::call);
    }
  }

  @ParameterizedTest
  @CsvSource({"false, SLEEP", "false, POLL", "true, SLEEP", "true, POLL"})
  void anEngineThatIsNotInterruptibleEndsWhatWaits(boolean concurrent, Endless what)
      throws Exception {
    try (Engine engine = Engine.builder().interruptible(false).concurrency(concurrent).build();
        Component component = engine.compile(Guests.file("prober.wasm"));
        InstancePre pre = new Linker(engine).instantiatePre(component)) {
      for (StoreConfig config : List.of(StoreConfig.defaults(), WITH_WASI)) {
        try (var store = new Store(engine, config)) {
          Func function = pre.instantiate(store).func(what.function);
          var running = Running.of(false, () -> function.call(what.arguments.toArray()));
          interruptUntilOver(store, running.call);
          running.isInterrupted();
        }
        try (var store = new Store(engine, config)) {
          Func function = pre.instantiate(store).func(what.function);
          var running = Running.of(true, () -> function.call(what.arguments.toArray()));
          running.thread.interrupt();
          running.isInterrupted();
        }
      }
    }
  }

  /** What the racing threads share. */
  private static final class Race {
    final AtomicReference<@Nullable Store> current = new AtomicReference<>();
    final AtomicBoolean over = new AtomicBoolean();
    final AtomicInteger finished = new AtomicInteger();
    final AtomicInteger interrupted = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
  }

  /** Each call ends with its result, with the interrupt, or with a refusal: whoever comes first. */
  private static void race(Race race, Kind kind, InstancePre spinner, InstancePre prober) {
    for (int i = 0; i < 150; i++) {
      var store = new Store(kind.engine);
      try {
        Func count = spinner.instantiate(store).func("count");
        Func sleep = prober.instantiate(store).func("sleep-for");
        race.current.set(store);
        for (int n = 1; n <= 20; n++) {
          assertEquals(n * 1_000, count.call(n * 1_000));
          if (n % 5 == 0) {
            sleep.call(10_000L * n);
          }
        }
        race.finished.incrementAndGet();
      } catch (GuestInterruptedException e) {
        race.interrupted.incrementAndGet();
      } catch (IllegalStateException e) {
        assertTrue(
            e.getMessage().contains("closed") || e.getMessage().contains("in use"), e.getMessage());
        race.refused.incrementAndGet();
      } finally {
        closeOnceItIsFree(store);
      }
    }
  }

  private static void closeOnceItIsFree(Store store) {
    while (true) {
      try {
        store.close();
        return;
      } catch (IllegalStateException e) {
        // The other thread is closing it, or about to find it in use.
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptingClosingAndFinishingAtTheSameTime(Kind kind) throws Exception {
    var race = new Race();
    try (InstancePre spinner =
            EndlessGuest.linker(kind.engine, call -> null).instantiatePre(kind.spinner);
        InstancePre prober = new Linker(kind.engine).instantiatePre(kind.prober)) {
      List<Running<?>> others = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        boolean closes = thread == 2;
        others.add(
            Running.of(
                false,
                () -> {
                  int turn = 0;
                  while (!race.over.get()) {
                    Store store = race.current.get();
                    if (store != null && closes) {
                      try {
                        store.close();
                      } catch (IllegalStateException e) {
                        // It is in use.
                      }
                    } else if (store != null) {
                      store.interrupt();
                    }
                    if (++turn % 7 == 0) {
                      Thread.sleep(1);
                    }
                  }
                  return turn;
                }));
      }
      List<Running<?>> runners = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        runners.add(
            Running.of(
                thread == 1,
                () -> {
                  race(race, kind, spinner, prober);
                  return true;
                }));
      }
      for (var runner : runners) {
        runner.call.get();
      }
      race.over.set(true);
      for (var other : others) {
        other.call.get();
      }
      assertEquals(300, race.finished.get() + race.interrupted.get() + race.refused.get());
      assertTrue(race.interrupted.get() > 0, "nothing was ever interrupted");
    }
  }

  /** Interrupted again and again, it is always the call of that moment that ends, and one only. */
  @Test
  void aThreadCanGoOnWithOtherStoresAfterEachInterrupt() throws Exception {
    var running =
        Running.of(
            false,
            () -> {
              for (int i = 0; i < 50; i++) {
                try (var store = new Store(Kind.PLAIN.engine)) {
                  Instance spinner =
                      Kind.PLAIN.spinner(
                          store,
                          call -> {
                            Thread.currentThread().interrupt();
                            return null;
                          });
                  assertEquals(3, spinner.func("add").call(1, 2));
                  assertThrows(GuestInterruptedException.class, spinner.func("spin")::call);
                  assertTrue(Thread.interrupted());
                }
              }
              return true;
            });
    assertTrue(running.call.get());
  }
}
