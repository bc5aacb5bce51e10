package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.Store;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that is counted. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class FuelTest {

  private static final long PLENTY = 1_000_000_000;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static Engine engine(boolean concurrent) {
    return Engine.builder().fuel(true).concurrency(concurrent).build();
  }

  private static Store store(Engine engine, long fuel) {
    return new Store(engine, Limits.defaults().withFuel(fuel));
  }

  private static Instance spinner(Store store, Engine engine, Component component) {
    return EndlessGuest.linker(engine, call -> null).instantiate(store, component);
  }

  /** What is left after each of some calls, in a store of its own. */
  private static List<Long> consumption(Engine engine, Component spinner, Component calculator) {
    List<Long> left = new ArrayList<>();
    try (var store = store(engine, PLENTY)) {
      Instance counting = spinner(store, engine, spinner);
      Instance calculating = new Linker(engine).instantiate(store, calculator);
      left.add(store.fuel());
      for (int to : new int[] {1, 10, 10, 100_000}) {
        counting.func("count").call(to);
        left.add(store.fuel());
      }
      calculating.func("acme:calculator/calc@1.0.0", "process-text").call("1 + 2 + 39");
      left.add(store.fuel());
    }
    return left;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theSameWorkUsesTheSameFuel(boolean concurrent) {
    Set<List<Long>> seen = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    for (var level : Engine.OptimizationLevel.values()) {
      try (Engine engine =
              Engine.builder().fuel(true).concurrency(concurrent).optimization(level).build();
          Component spinner = engine.compileText(EndlessGuest.SPINNER);
          Component calculator = engine.compile(Guests.file("calculator.wasm"))) {
        for (int i = 0; i < 3; i++) {
          seen.add(consumption(engine, spinner, calculator));
        }
      }
    }
    assertEquals(1, seen.size(), seen.toString());
    List<Long> left = seen.iterator().next();
    assertTrue(left.getFirst() <= PLENTY, left.toString());
    for (int i = 1; i < left.size(); i++) {
      assertTrue(left.get(i) < left.get(i - 1), left.toString());
    }
    long ten = left.get(1) - left.get(2);
    assertEquals(ten, left.get(2) - left.get(3), "the same call costs the same again");
    long many = left.get(3) - left.get(4);
    assertTrue(many > 1_000 * ten, ten + " for 10 and " + many + " for 100,000");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuestThatUsesItUpIsEnded(boolean concurrent) {
    try (Engine engine = engine(concurrent);
        Component component = engine.compileText(EndlessGuest.SPINNER);
        var store = store(engine, 12_345)) {
      Instance spinner = spinner(store, engine, component);
      assertEquals(3, spinner.func("add").call(1, 2));
      var exception = assertThrows(ResourceLimitException.class, spinner.func("spin")::call);
      assertEquals(Limit.FUEL, exception.limit());
      assertEquals(12_345, exception.value());
      assertTrue(
          exception.getMessage().startsWith("spin: the store's fuel of 12345 is used up"),
          exception.getMessage());
      assertEquals("spin", exception.guestTrace().getFirst().function());
      var lost = assertThrows(IllegalStateException.class, store::fuel);
      assertSame(exception, lost.getCause());
    }
  }

  /** It isn't per call. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allCallsShareIt(boolean concurrent) {
    try (Engine engine = engine(concurrent);
        Component component = engine.compileText(EndlessGuest.SPINNER);
        var measured = store(engine, PLENTY)) {
      Func measuring = spinner(measured, engine, component).func("count");
      measuring.call(1_000);
      long one = measured.fuel();
      measuring.call(1_000);
      one -= measured.fuel();
      try (var store = store(engine, one * 4)) {
        Func count = spinner(store, engine, component).func("count");
        int calls = 0;
        while (true) {
          try {
            count.call(1_000);
            calls++;
          } catch (ResourceLimitException e) {
            assertEquals(Limit.FUEL, e.limit());
            break;
          }
        }
        assertTrue(calls == 3 || calls == 4, calls + " calls");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void instantiatingUsesItToo(boolean concurrent) {
    try (Engine engine = engine(concurrent);
        Component component = engine.compileText(EndlessGuest.STARTS_FOR_EVER);
        var store = store(engine, 10_000)) {
      var linker = EndlessGuest.linker(engine, call -> null);
      var exception =
          assertThrows(ResourceLimitException.class, () -> linker.instantiate(store, component));
      assertEquals(Limit.FUEL, exception.limit());
      assertTrue(
          exception.getMessage().startsWith("instantiating component: "), exception.getMessage());
    }
  }

  @Test
  void whatIsSetIsWhatThereIs() {
    try (Engine engine = engine(false)) {
      for (long fuel : new long[] {1, 12_345, Long.MAX_VALUE}) {
        try (var store = store(engine, fuel)) {
          assertEquals(fuel, store.fuel());
        }
      }
    }
  }

  /** Without a limit a store still has some left: more than any program uses. */
  @Test
  void withoutALimitItDoesNotRunOut() {
    try (Engine engine = engine(false);
        Component component = engine.compileText(EndlessGuest.SPINNER);
        var store = new Store(engine)) {
      long before = store.fuel();
      assertTrue(before > PLENTY, before + " at first");
      spinner(store, engine, component).func("count").call(100_000);
      long after = store.fuel();
      assertTrue(after > PLENTY && after < before, after + " of " + before);
    }
  }

  @Test
  void anEngineThatDoesNotCountSaysWhatIsMissing() {
    var refused = assertThrows(IllegalArgumentException.class, () -> store(Guests.ENGINE, 1_000));
    assertTrue(refused.getMessage().contains("Engine.builder().fuel(true)"), refused.getMessage());
    try (var store = new Store(Guests.ENGINE)) {
      var exception = assertThrows(IllegalStateException.class, store::fuel);
      assertTrue(
          exception.getMessage().contains("Engine.builder().fuel(true)"), exception.getMessage());
    }
  }

  @Test
  void aClosedStoreHasNone() {
    try (Engine engine = engine(false)) {
      var store = store(engine, 5);
      store.close();
      assertThrows(IllegalStateException.class, store::fuel);
      assertThrows(ClosedException.class, () -> store.setFuel(1));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEngineThatIsInterruptibleCountsToo(boolean concurrent) {
    try (Engine engine =
            Engine.builder().fuel(true).interruptible(true).concurrency(concurrent).build();
        Component component = engine.compileText(EndlessGuest.SPINNER);
        var store = store(engine, 1_000_000)) {
      Func spin = spinner(store, engine, component).func("spin");
      var exception = assertThrows(ResourceLimitException.class, spin::call);
      assertEquals(Limit.FUEL, exception.limit());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fuelCanBeToppedUpAndTakenAway(boolean concurrent) {
    try (Engine engine = engine(concurrent);
        Component component = engine.compileText(EndlessGuest.SPINNER);
        var store = store(engine, 100_000)) {
      Instance spinner = spinner(store, engine, component);
      spinner.func("count").call(1_000);
      assertTrue(store.fuel() < 100_000, store.fuel() + " left");
      for (int i = 0; i < 10; i++) {
        store.setFuel(100_000);
        assertEquals(100_000, store.fuel());
        assertEquals(1_000, spinner.func("count").call(1_000));
      }
      store.setFuel(Long.MAX_VALUE);
      assertEquals(1_000_000, spinner.func("count").call(1_000_000));
      store.setFuel(23);
      var exception = assertThrows(ResourceLimitException.class, spinner.func("spin")::call);
      assertEquals(Limit.FUEL, exception.limit());
      assertEquals(23, exception.value());
      assertTrue(exception.getMessage().contains("fuel of 23 is"), exception.getMessage());
      assertThrows(StoreLostException.class, () -> store.setFuel(1));
    }
  }

  @Test
  void fuelIsSetBetweenCallsOfEnginesThatCountIt() {
    try (Engine engine = engine(false);
        Component component = engine.compileText(EndlessGuest.SPINNER);
        var store = store(engine, 100_000)) {
      var refused = new AtomicReference<@Nullable Throwable>();
      Instance spinner =
          EndlessGuest.linker(
                  engine,
                  call -> {
                    refused.set(
                        assertThrows(StoreBusyException.class, () -> store.setFuel(1_000_000)));
                    return null;
                  })
              .instantiate(store, component);
      assertThrows(ResourceLimitException.class, spinner.func("spin")::call);
      assertNotNull(refused.get());
      assertThrows(IllegalArgumentException.class, () -> store.setFuel(-1));
    }
    try (var store = new Store(Guests.ENGINE)) {
      var exception = assertThrows(IllegalStateException.class, () -> store.setFuel(1));
      assertTrue(
          exception.getMessage().contains("Engine.builder().fuel(true)"), exception.getMessage());
    }
  }

  @Test
  void noFuelIsNone() {
    try (Engine engine = engine(false);
        Component component = engine.compile(Guests.file("calculator.wasm"));
        var store = store(engine, 0)) {
      var exception =
          assertThrows(
              ResourceLimitException.class,
              () ->
                  new Linker(engine)
                      .instantiate(store, component)
                      .func("acme:calculator/calc@1.0.0", "process-text")
                      .call("1 + 2"));
      assertEquals(ResourceLimitException.Limit.FUEL, exception.limit());
      assertEquals(0, exception.value());
    }
  }
}
