package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.Func;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.GuestWorld;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreBusyException;
import dev.switchblade.abi.Call;
import dev.switchblade.tests.EndlessGuest.Endless;
import dev.switchblade.tests.EndlessGuest.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Closing stores that other threads are in, as a server does that is shut down. */
@Timeout(300)
final class ShutdownTest {

  /** Longer than any test: what is waited for comes, or the test hangs. */
  private static final Duration LONG = Duration.ofDays(1);

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static <T> FutureTask<T> start(Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread.ofPlatform().name("caller").start(task);
    return task;
  }

  /** A call is interrupted where it runs, or finds the store closed when it comes later. */
  private static void assertEnded(RuntimeException end) {
    assertTrue(
        end instanceof GuestInterruptedException || end instanceof ClosedException, end::toString);
  }

  @ParameterizedTest
  @MethodSource("dev.switchblade.tests.EndlessGuest#everything")
  void whatNeverReturnsIsEnded(Kind kind, Endless what) throws Exception {
    var store = new Store(kind.engine);
    var calling = start(() -> assertThrows(RuntimeException.class, () -> kind.call(store, what)));
    // It is instantiated first, and may be closed before it runs.
    assertTrue(store.closeWithin(LONG));
    assertEnded(calling.get());
    assertThrows(ClosedException.class, () -> kind.prober(store));
  }

  @ParameterizedTest
  @EnumSource
  void aGuestThatRunsIsEnded(Kind kind) throws Exception {
    var begun = new CountDownLatch(1);
    var store = new Store(kind.engine);
    Func spin =
        kind.spinner(
                store,
                _ -> {
                  begun.countDown();
                  return null;
                })
            .func("spin");
    var calling = start(() -> assertThrows(GuestInterruptedException.class, spin::call));
    begun.await();
    assertTrue(store.closeWithin(LONG));
    calling.get();
    assertTrue(store.closeWithin(Duration.ZERO), "it is closed");
  }

  /** Calls go on being made, and one is in the store whenever it is looked at. */
  @Test
  void aStoreThatIsAlwaysBusyIsClosed() throws Exception {
    var store = new Store(Kind.PLAIN.engine);
    Func add = Kind.PLAIN.spinner(store, _ -> null).func("add");
    var begun = new CountDownLatch(1);
    var calling =
        start(
            () ->
                assertThrows(
                    RuntimeException.class,
                    () -> {
                      while (true) {
                        add.call(1, 2);
                        begun.countDown();
                      }
                    }));
    begun.await();
    assertTrue(store.closeWithin(LONG));
    assertEnded(calling.get());
  }

  @Test
  void aHostFunctionIsWaitedFor() throws Exception {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var store = new Store(Kind.PLAIN.engine);
    Func spin =
        Kind.PLAIN
            .spinner(
                store,
                _ -> {
                  begun.countDown();
                  release.await();
                  return null;
                })
            .func("spin");
    var calling = start(() -> assertThrows(GuestInterruptedException.class, spin::call));
    begun.await();
    assertFalse(store.closeWithin(Duration.ofMillis(1)));
    assertFalse(store.closeWithin(Duration.ofSeconds(-1)));
    assertThrows(StoreBusyException.class, store::close);
    release.countDown();
    assertTrue(store.closeWithin(Duration.ofSeconds(Long.MAX_VALUE)));
    calling.get();
  }

  @Test
  void anInterruptedThreadStopsWaiting() throws Exception {
    var store = new Store(Kind.PLAIN.engine);
    Func add = Kind.PLAIN.spinner(store, _ -> null).func("add");
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var holding =
        start(
            () -> {
              try (Call _ = add.begin()) {
                begun.countDown();
                release.await();
              }
              return null;
            });
    begun.await();
    Thread.currentThread().interrupt();
    assertFalse(store.closeWithin(LONG));
    assertTrue(Thread.interrupted());
    release.countDown();
    holding.get();
    store.close();
  }

  /** Nothing is ended then. */
  @Test
  void nobodyWaitsForItself() {
    try (var store = new Store(Kind.PLAIN.engine)) {
      var refused = new AtomicBoolean();
      try (var component =
          Kind.PLAIN.engine.compileText(EchoGuest.text(List.of(), "u32", "utf8"))) {
        var linker = new Linker(Kind.PLAIN.engine);
        linker
            .root()
            .func(
                "h",
                _ -> {
                  assertThrows(StoreBusyException.class, () -> store.closeWithin(LONG));
                  refused.set(true);
                  return 1;
                });
        assertEquals(1, linker.instantiate(store, component).func("f").call());
      }
      assertTrue(refused.get());
    }
  }

  @Test
  void whatIsClosedOrLostIsClosed() {
    var closed = new Store(Kind.PLAIN.engine);
    closed.close();
    assertTrue(closed.closeWithin(Duration.ZERO));
    var lost = new Store(Kind.PLAIN.engine);
    assertThrows(
        RuntimeException.class,
        () ->
            EndlessGuest.start(
                Kind.PLAIN,
                lost,
                _ -> {
                  throw new IllegalStateException("enough");
                }));
    assertTrue(lost.closeWithin(Duration.ZERO));
    assertTrue(new Store(Kind.PLAIN.engine).closeWithin(Duration.ZERO));
  }

  /** The classes of generated code pass it on to their store. */
  @Test
  void worldsCloseAndInterruptTheirStores() throws Exception {
    final class World extends GuestWorld {
      World(@Nullable Store ownStore) {
        super(ownStore);
      }
    }
    var begun = new CountDownLatch(1);
    var store = new Store(Kind.PLAIN.engine);
    Func spin =
        Kind.PLAIN
            .spinner(
                store,
                _ -> {
                  begun.countDown();
                  return null;
                })
            .func("spin");
    var world = new World(store);
    var calling = start(() -> assertThrows(GuestInterruptedException.class, spin::call));
    begun.await();
    world.interrupt();
    calling.get();
    assertTrue(world.closeWithin(LONG));
    assertThrows(ClosedException.class, spin::call);
    var borrowed = new World(null);
    assertThrows(IllegalStateException.class, borrowed::interrupt);
    assertThrows(IllegalStateException.class, () -> borrowed.closeWithin(LONG));
  }
}
