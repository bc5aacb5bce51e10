package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.Store;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreConfig;
import dev.switchblade.StoreLostException;
import dev.switchblade.tests.EndlessGuest.Endless;
import dev.switchblade.tests.EndlessGuest.Kind;
import dev.switchblade.wasi.WasiConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that take longer than they may. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class DeadlineTest {

  private static final Duration SHORT = Duration.ofMillis(30);

  private static final WasiConfig SOMETHING = WasiConfig.builder().env("GRANTED", "1").build();

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static StoreConfig within(Duration deadline) {
    return StoreConfig.defaults().withLimits(Limits.defaults().withDeadline(deadline));
  }

  private static void assertIsDeadline(ResourceLimitException exception, Duration deadline) {
    assertEquals(Limit.DEADLINE, exception.limit());
    assertEquals(deadline.toNanos(), exception.value());
    assertTrue(exception.getMessage().contains("deadline of "), exception.getMessage());
  }

  @ParameterizedTest
  @MethodSource("dev.switchblade.tests.EndlessGuest#everything")
  void whatNeverReturnsIsEnded(Kind kind, Endless what) {
    // Long enough to instantiate, which has the same deadline.
    Duration deadline = Duration.ofMillis(250);
    for (StoreConfig config : List.of(within(deadline), within(deadline).withWasi(SOMETHING))) {
      try (var store = new Store(kind.engine, config)) {
        var exception = assertThrows(ResourceLimitException.class, () -> kind.call(store, what));
        assertIsDeadline(exception, deadline);
        var lost = assertThrows(IllegalStateException.class, () -> kind.prober(store));
        assertSame(exception, lost.getCause());
      }
    }
  }

  @Test
  void theGuestsStackIsTold() {
    try (var store = new Store(Kind.PLAIN.engine, within(SHORT))) {
      Func spin = Kind.PLAIN.spinner(store, call -> null).func("spin");
      var exception = assertThrows(ResourceLimitException.class, spin::call);
      assertIsDeadline(exception, SHORT);
      assertTrue(exception.getMessage().startsWith("spin: "), exception.getMessage());
      assertEquals("spin", exception.guestTrace().getFirst().function());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void instantiatingIsEnded(Kind kind) {
    try (var store = new Store(kind.engine, within(SHORT))) {
      var exception =
          assertThrows(
              ResourceLimitException.class, () -> EndlessGuest.start(kind, store, call -> null));
      assertIsDeadline(exception, SHORT);
      assertTrue(
          exception.getMessage().startsWith("instantiating component: "), exception.getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aDestructorIsEnded(Kind kind) {
    try (var store = new Store(kind.engine, within(SHORT))) {
      Resource resource = EndlessGuest.make(kind, store, call -> null);
      var exception = assertThrows(ResourceLimitException.class, resource::close);
      assertIsDeadline(exception, SHORT);
      assertThrows(IllegalStateException.class, () -> kind.prober(store));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void waitingForAHostFunctionThatNeverEndsIsEnded(boolean wasi) {
    var never = new CompletableFuture<Integer>();
    StoreConfig config = wasi ? within(SHORT).withWasi(SOMETHING) : within(SHORT);
    try (var store = new Store(Kind.CONCURRENT.engine, config)) {
      var exception =
          assertThrows(
              ResourceLimitException.class, () -> EndlessGuest.await(store, never, () -> {}));
      assertIsDeadline(exception, SHORT);
    }
    assertTrue(never.isCancelled());
  }

  /** It isn't interrupted: its guest is, when it goes on. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHostFunctionTakesItsTime(Kind kind) {
    var undisturbed = new AtomicBoolean();
    try (var store = new Store(kind.engine, within(SHORT))) {
      Func spin =
          kind.spinner(
                  store,
                  call -> {
                    Thread.sleep(SHORT.multipliedBy(3));
                    undisturbed.set(true);
                    return null;
                  })
              .func("spin");
      assertIsDeadline(assertThrows(ResourceLimitException.class, spin::call), SHORT);
      assertTrue(undisturbed.get());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aCallWithinItsDeadlineIsUndisturbed(Kind kind) {
    try (var store = new Store(kind.engine, within(Duration.ofHours(1)).withWasi(SOMETHING))) {
      Instance spinner = kind.spinner(store, call -> null);
      assertEquals(3, spinner.func("add").call(1, 2));
      assertEquals(50_000_000, spinner.func("count").call(50_000_000));
      kind.prober(store).func("sleep-for").call(50_000_000L);
    }
  }

  /** Together they take longer than one may. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachCallHasADeadlineOfItsOwn(Kind kind) {
    try (var store = new Store(kind.engine, within(Duration.ofSeconds(3)))) {
      Func sleep = kind.prober(store).func("sleep-for");
      long start = System.nanoTime();
      while (System.nanoTime() - start < 3_500_000_000L) {
        sleep.call(100_000_000L);
      }
      sleep.call(100_000_000L);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theDeadlineOfCallsToComeCanBeSet(Kind kind) {
    try (var store = new Store(kind.engine)) {
      Instance spinner = kind.spinner(store, call -> null);
      Func sleep = kind.prober(store).func("sleep-for");
      // Each sleep is longer than the deadline that is taken away.
      store.setDeadline(SHORT);
      store.setDeadline(Duration.ofHours(1));
      sleep.call(100_000_000L);
      store.setDeadline(SHORT);
      store.removeDeadline();
      sleep.call(100_000_000L);
      store.setDeadline(SHORT);
      var exception = assertThrows(ResourceLimitException.class, spinner.func("spin")::call);
      assertIsDeadline(exception, SHORT);
      assertThrows(StoreLostException.class, () -> store.setDeadline(SHORT));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aStoreWithoutADeadlineCanBeGivenOne(Kind kind) {
    try (var store = new Store(kind.engine)) {
      Instance spinner =
          kind.spinner(
              store,
              call -> {
                // The call's own stays as it is.
                assertThrows(StoreBusyException.class, store::removeDeadline);
                return null;
              });
      assertEquals(3, spinner.func("add").call(1, 2));
      store.setDeadline(SHORT);
      assertIsDeadline(
          assertThrows(ResourceLimitException.class, spinner.func("spin")::call), SHORT);
    }
  }

  @Test
  void whatIsNoDeadlineIsRefused() {
    var store = new Store(Kind.PLAIN.engine);
    try (store) {
      for (var wrong : List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(40_000))) {
        assertThrows(IllegalArgumentException.class, () -> store.setDeadline(wrong));
      }
    }
    assertThrows(ClosedException.class, store::removeDeadline);
    try (var other = new Store(Guests.ENGINE)) {
      var exception = assertThrows(IllegalStateException.class, () -> other.setDeadline(SHORT));
      assertTrue(
          exception.getMessage().contains("Engine.builder().interruptible(true)"),
          exception.getMessage());
    }
  }

  @Test
  void eachStoreHasADeadlineOfItsOwn() {
    try (var patient = new Store(Kind.PLAIN.engine, within(Duration.ofHours(1)));
        var free = new Store(Kind.PLAIN.engine)) {
      Func first = Kind.PLAIN.spinner(patient, call -> null).func("count");
      Func second = Kind.PLAIN.spinner(free, call -> null).func("count");
      for (int i = 0; i < 10; i++) {
        try (var store = new Store(Kind.PLAIN.engine, within(SHORT))) {
          Func spin = Kind.PLAIN.spinner(store, call -> null).func("spin");
          assertIsDeadline(assertThrows(ResourceLimitException.class, spin::call), SHORT);
        }
        assertEquals(1_000_000, first.call(1_000_000));
        assertEquals(1_000_000, second.call(1_000_000));
      }
    }
  }

  /** The inner store's time is over, not the outer one's. */
  @Test
  void aStoreThatIsCalledByAnotherOnesHostFunction() {
    try (var inner = new Store(Kind.PLAIN.engine, within(SHORT));
        var outer = new Store(Kind.PLAIN.engine, within(Duration.ofHours(1)));
        Component echo =
            Kind.PLAIN.engine.compileText(EchoGuest.text(List.of("u32"), "u32", "utf8"))) {
      Func spin = Kind.PLAIN.spinner(inner, call -> null).func("spin");
      var linker = new Linker(Kind.PLAIN.engine);
      linker
          .root()
          .func(
              "h",
              call -> {
                assertIsDeadline(assertThrows(ResourceLimitException.class, spin::call), SHORT);
                return call.argument(0);
              });
      Func f = linker.instantiate(outer, echo).func("f");
      assertEquals(5, f.call(5));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEngineThatIsNotInterruptibleSaysWhatIsMissing(boolean concurrent) {
    try (Engine engine = Engine.builder().concurrency(concurrent).build()) {
      var exception =
          assertThrows(IllegalArgumentException.class, () -> new Store(engine, within(SHORT)));
      assertTrue(
          exception.getMessage().contains("Engine.builder().interruptible(true)"),
          exception.getMessage());
    }
  }

  @Test
  void theShortestDeadlineThereIs() {
    Duration nanosecond = Duration.ofNanos(1);
    try (var store = new Store(Kind.PLAIN.engine, within(nanosecond))) {
      var exception =
          assertThrows(ResourceLimitException.class, () -> Kind.PLAIN.call(store, Endless.LOOP));
      assertIsDeadline(exception, nanosecond);
    }
  }

  @Test
  void aHundredYearsAreNoDeadline() {
    try (var store = new Store(Kind.PLAIN.engine, within(Duration.ofDays(36_500)))) {
      assertEquals(3, Kind.PLAIN.spinner(store, call -> null).func("add").call(1, 2));
    }
  }

  @Test
  void deadlinesOutOfRangeAreNamed() {
    for (Duration wrong : List.of(Duration.ofNanos(-1), Duration.ZERO, Duration.ofDays(36_501))) {
      var exception =
          assertThrows(IllegalArgumentException.class, () -> Limits.defaults().withDeadline(wrong));
      assertTrue(exception.getMessage().startsWith("limits.deadline: "), exception.getMessage());
    }
  }
}
